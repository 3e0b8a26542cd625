/**
 * Nicknames that stand for two given names at once; the form of a line is in docs/nicknames.md. Two beginnings joined
 * (Juanca) are formed by rule as well: here stand those that are in use.
 */
export const TWO = `
Ana Belén 1: Anabe, Anabel
Ana Cristina 1: Anacris
Ana Gabriela 1: Anagabi
Ana Isabel 2: Anisa, Anaisa, Anabel
Ana Julia 1: Anaju
Ana Laura 1: Analau
Ana Lucía 2: Analú, Analuci
Ana Luisa 1: Analú
Ana María 3: Anamari, Anita 0.1, Anamá
Ana Patricia 1: Anapati
Ana Paula 1: Anapau
Ana Sofía 1: Anasofi, Anaso
Ana Teresa 1: Anatere
Ana Victoria 1: Anavicky
Carlos Alberto 2: Carlosbeto, Beto 0.02
Francisco Javier 3: Fraja, Franja
Gloria María 1: Glorimar
Jesús María 1: Chuma, Chumari
Jorge Luis 2: Jorlui
José Alberto 2: Josebeto
José Ángel 2: Joseán
José Antonio 3: Josean, Toñopepe
José Carlos 1: Joseca
José Fernando 1: Josefer
José Francisco 2: Josefran
José Ignacio 1: Josenacho
José Luis 3: Pepelucho, Joselo, Chepelucho, Joselu, Pepeluis, Joselucho
José Manuel 3: Chema 0.1, Josema, Manolo 0.03, Josemanu
José María 3: Chema, Chemita, Josemari, Chemari, Chemo, Chemín
José Miguel 2: Josemi, Josemigue
José Rafael 1: Joserra
José Ramón 1: Joserra, Josemoncho
José Roberto 2: Joserobe
Juan Andrés 1: Juanan
Juan Antonio 2: Juanan, Juantoño
Juan Bautista 1: Juanbau
Juan Carlos 4: Juanca, Juancar, Juanqui, Juancarlitos
Juan Daniel 1: Juanda
Juan David 2: Juanda
Juan Diego 2: Juandi
Juan Esteban 1: Juanes
Juan Felipe 1: Juanfe, Juanpipe
Juan Fernando 1: Juanfer, Juanfe
Juan Francisco 2: Juanfran, Juanfra, Juanpaco
Juan Gabriel 1: Juanga, Juangabi
Juan Ignacio 1: Juani 0.02, Juanacho
Juan José 3: Juanjo, Juancho 0.05
Juan Luis 2: Juanlu
Juan Manuel 3: Juanma, Juanmanu
Juan María 1: Juanma
Juan Martín 1: Juanma
Juan Miguel 1: Juanmi
Juan Pablo 3: Juanpa, Juanpi, Juanpablito, Juampa, Juampi
Juan Pedro 1: Juanpe, Juampe
Juan Rafael 1: Juanra
Juan Ramón 1: Juanra
Juan Vicente 1: Juanvi
Luis Alberto 2: Luisbeto
Luis Alfonso 1: Luisfon
Luis Ángel 2: Luisán
Luis Carlos 1: Luisca
Luis Eduardo 1: Luisedu
Luis Enrique 2: Luisen, Luiskike
Luis Felipe 1: Luisfe, Luispipe
Luis Fernando 3: Luisfer, Luisfe, Luifer
Luis Javier 1: Luisja
Luis Manuel 1: Luisma, Luismanu
Luis Mario 1: Luisma
Luis Miguel 2: Luismi
Marco Antonio 4: Marcan, Marcotoño, Tony 0.03
Marco Tulio 2: Tulio 0.2, Tulito
María Alejandra 1: Mariale, Maleja, Marale
María Andrea 1: Mariandre
María Ángela 1: Mariange
María Antonia 1: Mariantonia, Maritoña
María Antonieta 1: Marieta, Toñeta
María Belén 1: Mabel, Mabe
María Cecilia 1: Maceci
María Cristina 2: Maricris, Macris
María de Jesús 2: Chuya, Marichuy, Chuyita
María de la Cruz 1: Maricruz
María de la Luz 2: Mariluz, Lucha 0.1, Marilú, Malú
María de la Paz 1: Maripaz, Pacita
María de los Ángeles 2: Mariángeles, Angelines, Marielos, Mariangel
María del Carmen 4: Maricarmen, Maica, Mamen, Maca, Mariquita 0.05, Macarmen, Mayca, Maricarmelita
María del Mar 1: Marimar
María del Pilar 1: Maripili, Mapi, Maripi
María del Rosario 1: Marichayo, Maricharo, Charo 0.1, Charito 0.1
María del Socorro 1: Maricoco
María del Sol 1: Marisol
María Dolores 2: Marilola, Lola 0.1, Mariló
María Elena 3: Malena, Marilena, Marielena, Malenita, Nena 0.05, Male, Mariele
María Elisa 1: Marisa, Marielisa
María Esther 1: Marister, Maité 0.03, Mayte 0.03
María Eugenia 2: Maru, Maruca 0.1, Mauge
María Fernanda 2: Mafer, Marifer, Mafe, Marife
María Gabriela 1: Magabi, Marigabi
María Guadalupe 3: Marilupe, Malupe, Lupita 0.1, Marilupita
María Inés 2: Marinés, Mainés
María Isabel 3: Maribel 0.2, Marisa, Maisa, Marichabe, Mabel, Marisabel
María Josefa 1: Marijosé, Maripepa, Pepa 0.03
María José 3: Majo, Marijo, Cote, Jose 0.02, Mariajo, Majito, Marijose
María Julia 1: Maju
María Laura 1: Malau
María Lourdes 2: Malú, Marilú
María Lucía 1: Malú, Marilú, Maluci
María Luisa 3: Malú, Marilú, Marisa, Licha 0.02
María Magdalena 2: Malena, Magda 0.1
María Margarita 1: Marga 0.05
María Mercedes 2: Mameche, Meche 0.1, Marimeche
María Milagros 1: Marimili
María Patricia 1: Mapati, Mapi
María Paula 1: Mapau
María Rosa 2: Marosa, Marirrosa
María Soledad 1: Marisole, Marisol 0.1
María Suyapa 2: Suyapa 0.1
María Teresa 3: Maite, Mayte, Maritere, Matere, Marité
María Victoria 2: Mavi, Marivi, Mavicky
María Virginia 1: Marivi, Mavi
Miguel Ángel 3: Miguelán, Miguelange
Pedro Pablo 2: Pepablo
Rosa Elena 2: Roselena, Rosaelena
Rosa Isela 1: Rosisela
Rosa María 3: Rosamari, Romi, Rosma
Víctor Manuel 2: Vitormanu
`;

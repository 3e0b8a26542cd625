/** Nicknames that stand for two given names at once; the form of a line is in docs/nicknames.md. */
export const TWO = `
Ana Belén 1: Anabe, Anabel
Ana Cecilia 1: Anaceci, Anace
Ana Cristina 1: Anacris
Ana Elena 1: Analena
Ana Gabriela 1: Anagabi, Anaga
Ana Isabel 2: Anisa, Anaisa, Anabel, Anachabe
Ana Julia 1: Anaju, Anajuli
Ana Laura 1: Analau, Anala
Ana Leticia 1: Anale, Analety
Ana Lucía 2: Analú, Analuci, Anlu
Ana Luisa 1: Analú, Analui
Ana Lilian 1: Anali, Analili
Ana María 3: Anamari, Anita 0.1, Anamá, Nanamari
Ana Patricia 1: Anapati, Anapa, Anapaty
Ana Paula 1: Anapau, Anapa
Ana Rosa 1: Anarosi, Anaro
Ana Sofía 1: Anasofi, Anaso
Ana Teresa 1: Anatere, Anate
Ana Victoria 1: Anavicky, Anavi
Carlos Alberto 2: Carlosbeto, Calbeto, Beto 0.02
Carlos Eduardo 1: Carledu, Caledu
Carlos Enrique 1: Carlenri, Carlique
Carlos Luis 1: Caluis, Calucho
Carlos Manuel 1: Carlosma, Calma
Carlos Roberto 1: Carbeto, Caroberto
Francisco Javier 3: Fraja, Franja, Fracho, Pacojavi, Franjavi, Panchojavi
Gloria María 1: Glorimar, Glomari
Jesús Alberto 1: Chuybeto, Jesusbeto
Jesús María 1: Chuma, Chumari, Chuchema, Jesusma
Jorge Alberto 2: Jorbeto, Jorgebeto
Jorge Luis 2: Jorlui, Jorgelucho, Yorlui, Jorlu
José Adán 1: Chepeadán, Josada
José Alberto 2: Josebeto, Chepebeto, Jobeto
José Alejandro 1: Joseale, Joale
José Alfredo 1: Josefredo, Jofredo
José Ángel 2: Joseán, Chepeángel, Cheángel
José Antonio 3: Toñopepe, Joseto, Chepetoño, Jotoño
José Carlos 1: Joseca, Jocar, Pepecarlos
José Eduardo 1: Joseedu, Joedu
José Fernando 1: Josefer, Jofer
José Francisco 2: Josefran, Jofran, Chepechico
José Ignacio 1: Josenacho, Jonacho, Chenacho
José Guadalupe 1: Josélupe, Chelupe, Jolupe
José Javier 1: Joseja, Josejavi
José Julio 1: Joseju, Pepejulio
José Luis 3: Pepelucho, Joselo, Chepelucho, Joselu, Pepeluis, Joselucho, Cheluis, Jolui
José Manuel 3: Chema 0.1, Josema, Joma, Manolo 0.03, Chemanuel, Josemanu, Jomanu
José María 3: Chema, Chemita, Josemari, Chemari, Chemo, Pepemari, Chemín
José Mario 1: Josema, Jomario, Chemario
José Miguel 2: Josemi, Jomi, Josemigue, Chemigue, Jomigue
José Pablo 1: Josepa, Jopa, Jopablo
José Rafael 1: Joserafa, Jorafa
José Ramón 1: Joserra, Joramón, Chepemoncho, Jorra
José Roberto 2: Joserobe, Josebeto, Jorobe
Juan Alberto 1: Juanbeto, Juanal
Juan Andrés 1: Juanan, Juandre
Juan Ángel 1: Juanán, Juangel
Juan Antonio 2: Juanan, Juantoño, Juanto
Juan Bautista 1: Juanbau, Juantista
Juan Carlos 4: Juanca, Juancar, Juanqui, Juancarlitos, Juanco
Juan Daniel 1: Juanda, Juandi
Juan Diego 2: Juandi, Juande
Juan David 2: Juanda, Juandavi
Juan Esteban 1: Juanes, Juantebo
Juan Felipe 1: Juanfe, Juanpipe, Juanpi
Juan Fernando 1: Juanfer, Juanfe, Juancho 0.02, Juanando
Juan Francisco 2: Juanfran, Juanfra, Juanpaco, Juanpancho
Juan Gabriel 1: Juanga, Juangabi
Juan Ignacio 1: Juani, Juanacho, Juanchi, Juanig
Juan Jesús 1: Juanje, Juanchuy
Juan José 3: Juanjo, Juanchepe, Juanpepe, Juancho 0.05
Juan Luis 2: Juanlu, Juanlucho, Juanlui
Juan Manuel 3: Juanma, Juanmanu
Juan María 1: Juanma, Juanmari
Juan Martín 1: Juanma
Juan Miguel 1: Juanmi, Juanmigue
Juan Pablo 3: Juanpa, Juanpi, Juanpablito, Juampa, Juampi
Juan Pedro 1: Juanpe, Juampe, Juanperico
Juan Rafael 1: Juanra, Juanrafa
Juan Ramón 1: Juanra, Juanrra, Juanmoncho
Juan Vicente 1: Juanvi, Juanchente
Luis Alberto 2: Luisbeto, Lubeto, Luisal
Luis Alejandro 1: Luisale, Luiale
Luis Alfonso 1: Luispancho, Luisfon
Luis Alfredo 1: Luisfredo, Lufre
Luis Ángel 2: Luisán, Luangel
Luis Antonio 1: Luistoño, Luisan
Luis Carlos 1: Luisca, Luca, Luiscar
Luis Eduardo 1: Luisedu, Luised
Luis Enrique 2: Luisen, Luiskike, Luisqui, Lukike
Luis Felipe 1: Luisfe, Luispipe, Luife
Luis Fernando 3: Luisfer, Luisfe, Luife, Luifer, Luisnando
Luis Francisco 1: Luisfran, Lufra
Luis Gerardo 1: Luisger, Luige
Luis Gustavo 1: Luistavo, Lutavo
Luis Javier 1: Luisja, Luisjavi
Luis Manuel 1: Luisma, Luismanu
Luis Mario 1: Luisma, Luismario
Luis Miguel 2: Luismi, Luismigue, Lumi
Luis Roberto 1: Luisro, Lurobe
Marco Antonio 4: Marcan, Marcanto, Marcotoño, Marquitoño, Tony 0.03, Marquiño
Marco Tulio 2: Marcotu, Tulio 0.2, Tulito
Marcos Antonio 1: Marcan, Marquitoño
María Alejandra 1: Marale, Mariale, Maleja
María Andrea 1: Mariandre, Mandrea
María Ángela 1: Mariange, Mangela
María Antonia 1: Maritoña, Mañoña, Mariantonia
María Antonieta 1: Marieta, Toñeta, Marianto
María Belén 1: Mabel, Maribel 0.05, Mabe
María Cecilia 1: Mariceci, Maceci
María Cristina 2: Maricris, Macris, Maritina, Macrina
María de Jesús 2: Chuya, Marichuy, Machuy, Chuyita, Mariachuy, Machucha
María de la Cruz 1: Maricruz, Crucita
María de la Luz 2: Mariluz, Lucha 0.1, Marilú, Malú
María de la Paz 1: Maripaz, Pacita, Mapi
María de los Ángeles 2: Mariángeles, Angelines, Marielos, Maruángeles, Gelita, Mariangel
María del Carmen 4: Maricarmen, Maica, Mamen, Maca, Macamen, Mariquita 0.05, Macarmen, Mayca
María del Mar 1: Marimar
María del Pilar 1: Maripili, Mapi, Maripi
María del Rosario 1: Marichayo, Maricharo, Charo 0.1, Charito 0.1, Marosa
María del Socorro 1: Maricoco, Masoco
María del Sol 1: Marisol
María Dolores 2: Marilola, Lola 0.1, Mariló, Maló, Malola
María Elena 3: Malena, Marilena, Marielena, Malenita, Nena 0.05, Male, Mariele
María Elisa 1: Marisa, Melisa 0.1, Marielisa
María Esperanza 1: Maripera, Mariespe
María Esther 1: Marister, Maité 0.03, Mariester, Mayte 0.03
María Estela 1: Maristela, Maritela
María Eugenia 2: Maru, Maruge, Mageña, Marugenia, Maruca 0.1, Mauge
María Félix 1: Marifeli, Mafeli
María Fernanda 2: Mafer, Marifer, Mafe, Marife, Fercita
María Gabriela 1: Magabi, Marigabi, Maga
María Guadalupe 3: Marilupe, Malupe, Lupita 0.1, Marilupita, Maguada
María Helena 1: Malena 0.1, Marilena
María Inés 2: Marinés, Manés, Mainés
María Isabel 3: Maribel 0.2, Marisa, Maisa, Marichabe, Mabel, Isamari, Marisabel
María Josefa 1: Marijosé, Marichepa, Maripepa, Pepa 0.03
María José 3: Majo, Marijo, Cote, Jose 0.02, Mariajo, Majito, Marijose
María Julia 1: Marijuli, Maju, Majuli
María Laura 1: Malau, Marilau, Malala
María Leticia 1: Marilety, Malety
María Lourdes 2: Malú, Marilú, Marilourdes, Malula, Malulú
María Lucía 1: Malú, Marilú, Maluci, Malucha
María Luisa 3: Malú, Marilú, Marilucha, Marisa, Malucha, Maluisa, Licha 0.02
María Magdalena 2: Malena, Mamagda, Magda 0.1, Marimagda
María Margarita 1: Marimar, Marimaggie, Marga 0.05
María Marta 1: Mamarta, Marimarta
María Mercedes 2: Mameche, Mamerche, Meche 0.1, Marimerche
María Milagros 1: Marimili, Mamila
María Paula 1: Mapau, Maripau, Mapa
María Patricia 1: Mapati, Maripati, Mapi
María Rosa 2: Marosa, Marirrosa, Maro
María Salomé 1: Masalo, Marisalo
María Soledad 1: Marisole, Marisol 0.1, Marichole
María Suyapa 2: Marisuya, Masuya, Suyapa 0.1
María Teresa 3: Maite, Mayte, Maritere, Matere, Teremari, Marité, Tesita
María Victoria 2: Mavi, Marivi, Maviqui, Maritoya, Mavicky
María Virginia 1: Marivi, Mavi, Mavir
Miguel Ángel 3: Miguelán, Migueláng, Miguelange, Michelángelo, Mianchel, Migueángel
Oscar Armando 1: Osmando
Pedro Antonio 1: Petoño, Pedrotoño
Pedro José 1: Pejo, Pedrojo
Pedro Pablo 2: Pepablo, Pedropa, Pepa 0.02, Pedripa
Rosa Amelia 1: Rosamel, Romelia 0.1
Rosa Elena 2: Roselena, Rosaelena, Rosele
Rosa Isela 1: Rosela, Rosisela
Rosa Linda 1: Roslinda
Rosa María 3: Rosamari, Romi, Rosma, Romary
Sandra Patricia 1: Sandrapati, Sanpati
Víctor Hugo 2: Vihugo, Vitugo, Vicugo
Víctor Manuel 2: Vitormanu, Vicma, Vimanu
`;

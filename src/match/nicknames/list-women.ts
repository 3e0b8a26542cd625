/** Names of women, and those that both have, with their nicknames; the form of a line is in docs/nicknames.md. */
export const WOMEN = `
Adela 2: Lela, Adelita, Ade, Delita, Dela
Adelina 1: Lina, Ade, Nina, Delina, Adelita
Adriana 3: Adri, Nana, Adrianita, Adry, Riana
Agripina 1: Pina, Agripita, Pini
Agustina 1: Tina, Agus, Agustinita, Tincha
Aída 2: Aidita, Aidé, Idita
Albertina 1: Tina, Berta 0.05, Alber, Titina
Alejandra 3: Ale, Alex, Jandra, Sandra 0.05, Alejandrita, Aleja, Jana, Janda
Alicia 3: Licha, Lichita, Ali, Alis, Alicita, Lici, Liz 0.03
Alma 3: Almita
Altagracia 2: Alta, Tata, Altita, Tatica, Grachi
Amalia 2: Mali, Amali, Malia, Maya 0.1, Malita, Lía 0.05
Amanda 2: Mandy, Amandita, Manda, Mandi
Amelia 1: Melia, Meli, Ame, Mela, Melita
Amparo 2: Amparito, Ampi, Parito
Ana 5: Anita, Anuca, Nana, Nita, Ani, Any, Anny, Annie, Anilla
Anastasia 1: Tacha, Tachita, Tasia, Nacha, Anas
Andrea 3: Andre, Andy, Andi, Andreíta, Drea
Ángela 3: Angelita, Gela, Angie, Lita, Angi, Gelita, Yela
Angélica 3: Angie, Geli, Angi, Gela, Angelita, Lica, Queca
Anselma 1: Chema 0.02, Selma, Chelma
Antonia 3: Toña, Toñita, Toni, Antoñita, Toñuca, Nona
Apolonia 1: Pola, Polonia, Polita
Araceli 3: Cheli, Ara, Chela, Celi, Chelita, Aracelita, Shely
Argentina 2: Tina, Argen, Argentinita
Arcadia 1: Cayita
Armida 1: Mida, Armi, Midita
Asunción 1: Chon, Chona, Asun, Susi, Chonita
Aura 3: Aurita, Auri, Lala
Aurelia 1: Lela, Aure, Yeya, Relia
Aurora 2: Auro, Aurorita, Lola, Rora, Yoya, Auri, Bora
Basilia 1: Bacha, Basi, Chila
Beatriz 3: Bety, Betty, Bea, Betina, Beti, Ticha, Tichi, Beatricita, Betita, Beba
Belén 2: Bele, Belencita, Belu, Nena 0.02
Benita 1: Nita, Beni, Beña
Bernarda 1: Nalda, Berna, Naya, Narda
Berta 3: Bertita, Beta, Bertha, Tita
Bertila 1: Tila, Berta 0.05, Berti
Bienvenida 1: Venida, Nida
Blanca 4: Blanquita, Blanqui, Blancucha, Quita
Brenda 3: Brendita, Bren, Brendi
Brígida 1: Gida, Brigi, Bicha, Briyi
Buenaventura 1: Ventura, Ventu
Camila 3: Cami, Mila, Camilita, Camilla
Candelaria 2: Cande, Candela, Candelita, Calaya, Canducha
Cándida 2: Candi, Candy, Candita, Canda
Caridad 1: Cari, Cacha, Cachita, Cary, Caruca, Yaya
Carlota 1: Lota, Carlotita, Tota, Carlita
Carmela 1: Mela, Melita, Carmelita, Lita, Carmi
Carmen 4: Carmencita, Menchu, Mencha, Menchita, Carmelita, Carmina, Carmi, Mela, Maca 0.05, Carmita, Carmela 0.2
Carolina 3: Caro, Carito, Lina, Carola, Carol, Kalo, Carolita
Catalina 2: Cata, Lina, Catita, Caty, Catalinita, Catuja
Catarina 2: Cata, Catita, Rina, Catocha, Cati, Trina
Cayetana 1: Tana, Caye, Tanita
Cecilia 3: Ceci, Chila, Cecy, Celia 0.03, Chichí, Cechi, Cilia, Chechi
Celestina 1: Tina, Cele, Celes
Celia 2: Chela, Celita, Cheli, Chelita, Celi
Celina 1: Lina, Celi, Chelina, Cheli
Claudia 4: Clau, Claudita, Caya, Claudi, Yaya
Clementina 1: Tina, Cleme, Meme, Clemen, Tinita
Clotilde 1: Cloti, Coti, Tilde, Cota, Cloty
Concepción 3: Concha, Conchita, Chon, Chona, Conce, Conchis, Chonita, Conchi, Chita
Consuelo 2: Chelo, Chelito, Consuelito, Coni, Chela, Cheluca, Consu
Cristina 3: Cris, Tina, Cristi, Titina, Cristy, Cristinita, Crista, Kris
Daniela 3: Dani, Dany, Danny, Danielita, Dana 0.2, Nela
Débora 1: Debi, Debo, Debbie
Delfina 1: Fina, Delfi, Finita, Pina
Delia 2: Delita, Deli, Yeya
Delmy 2: Del, Delmita
Deysi 2: Dei, Deysita, Dey
Diana 3: Dianita, Nana, Didí, Diani, Nanita
Digna 2: Dignita, Diña
Dolores 3: Lola, Lolita, Loles, Loli, Lolis, Dolo, Loly, Dolorcita, Lula, Lolilla
Domitila 1: Tila, Domi, Domita, Mitila
Dominga 1: Minga, Minguita, Domi, Mencha
Dora 2: Dorita, Yoya, Dori
Edith 2: Edi, Edita, Idita, Ditti
Eduviges 1: Vicha, Duvi, Vige, Edu, Viges, Vicky
Eladia 1: Ela, Lala, Ladia, Layita
Elena 3: Nena, Lena, Elenita, Lenita, Nelly 0.1, Ele, Len, Leni
Elisa 2: Licha, Eli, Lisa, Elisita, Lichi, Liza
Elizabeth 4: Eli, Liz, Beth, Bety, Betty, Lisbeth 0.2, Lizy, Ely, Elisa 0.1, Lizbet, Chabe, Beti, Lichi, Elsa 0.02
Eloísa 1: Locha, Elo, Loísa, Isa, Lois
Elsa 2: Elsita, Elsy 0.3, Elsi, Chicha
Elvira 2: Vira, Elvi, Elvirita, Virita, Yiya
Emelina 1: Lina, Eme, Meli, Melina
Emilia 2: Mila, Emi, Emilita, Mili, Milia, Emily
Encarnación 1: Chon, Chona, Encarna, Encarnita, Chonita
Enriqueta 1: Queta, Quetita, Quica, Enri, Keta
Erlinda 2: Linda, Erlindita, Lindita, Erli
Ermelinda 1: Linda, Melinda, Erme, Mela
Ernestina 1: Tina, Neta, Nestina, Tinita, Netita
Esperanza 3: Pela, Espera, Lancha, Espe, Lacha, Pelancha
Estefanía 2: Estefi, Fani, Fany, Tefi, Fanny, Tefa, Nía, Stefi
Estela 2: Estelita, Tela, Telita, Teli, Techa
Ester 2: Teté, Estercita, Tere 0.03, Techi, Teche
Eugenia 2: Geña, Queña, Kena, Geni, Maru 0.03, Eugenita
Eulalia 1: Lala, Lalita, Lalia, Laya, Yaya, Eula
Eva 3: Evita, Evi
Evangelina 2: Vange, Lina, Eva 0.05, Vangelina, Gelina, Evan
Evelia 1: Velia, Eve
Felícita 1: Feli, Licha, Felicha, Felita
Felipa 1: Pipa, Lipa, Feli, Felipita
Felisa 1: Licha, Feli, Felisita, Fela
Fernanda 3: Fer, Nanda, Fernandita, Ferni, Ferchis, Nana, Nanis
Fidelina 1: Lina, Fide, Fina
Filomena 1: Mena, Filo, Menita, Filito, Nena 0.02
Flor 3: Florcita, Florecita, Flori, Florita
Florencia 1: Flor 0.1, Lencha, Flore, Pola, Florcita
Florinda 1: Linda, Flor 0.1, Flori
Francisca 3: Pancha, Paca, Chica, Panchita, Paquita, Quica, Fran, Chicha, Francis, Panchis, Fanny, Paqui, Kika
Gabriela 4: Gaby, Gabi, Gabrielita, Gabita, Biela, Gabucha
Genoveva 1: Veva, Beba, Geno, Vevita, Genito
Georgina 1: Gina, Geo, Yina, Coca, Yoya
Gertrudis 1: Tula, Tules, Gertru, Trudis, Tulita, Tuya, Trude
Gilma 2: Gilmita, Yil
Gladis 3: Gladita, Lalis, Gladisita, Yayis, Glady
Gloria 4: Glori, Glorita, Goya, Yoya, Goyita, Gloris, Glorucha
Glenda 2: Glendita, Lenda, Glen
Graciela 3: Chela, Chelita, Gra, Grace, Gracielita, Ciela, Cheli, Chely
Gregoria 2: Goya, Goyita, Gori, Grego, Yoya
Guadalupe 4: Lupe, Lupita, Lupis, Guada, Lupilla, Guadalupita, Lupi, Lupina, Lupillo, Lupito, Lupín
Guillermina 1: Mina, Guille, Mema, Minita, Mine, Memina, Guiller
Herlinda 1: Linda, Lindita, Erlin
Herminia 1: Mina, Mini, Minia, Hermi
Hilda 3: Hildita, Ilda, Yiya, Ilducha
Hortensia 1: Tencha, Tenchita, Horte, Chencha, Tensia, Tenchis
Ignacia 1: Nacha, Nachita, Nacia
Inés 2: Inesita, Nes, Chinita, Nesita, Ineseta
Inocencia 1: Chencha, Chenchita, Ino
Irene 2: Nena 0.03, Ire, Irenita, Neni, Rene
Iris 2: Irisita, Irita
Irma 3: Irmita
Isabel 3: Chabela, Isa, Chabelita, Chavela, Isabelita, Chabe, Bela, Belica, Chabi, Belita, Chavelita, Isabelilla, Bel, Beli, Chavelo, Chabelo
Isaura 1: Chagua, Isa, Chaura
Isela 1: Chela, Ise, Iselita, Gisela 0.05
Isidora 1: Chidora, Dora 0.05, Isi, Dorita
Ivonne 2: Ivi, Bon, Ivo, Ivonita
Jacinta 1: Chinta, Cinta, Chintita, Jaci
Jacqueline 3: Jacky, Jaqui, Jaky, Jackie, Yaqui, Yaki, Jackelin 0.2
Jesusa 1: Chucha, Chuchita, Chuya, Susa, Jesusita, Chusita, Chuyita
Jimena 1: Jime, Mena, Jimenita, Xime
Joaquina 1: Quina, Joaca, Quinita, Juaca
Josefa 2: Chepa, Chepita 0.7, Pepa, Pepita, Fefa, Josefita, Chefa, Chefita, Finita, Fefita, Yosefa
Josefina 2: Fina, Chepina, Josefa 0.05, Finita, Pina, Pepina, Fini, Chefina, Pepa, Chepa
Juana 4: Juanita, Juanis, Nita, Juani, Juancha, Janis, Juanilla, Chana
Julia 3: Julita, Yuya, Juli, Chulia, Yulia, Lita
Juliana 1: Juli, Liana, Nana, Yuli, Julianita
Julieta 1: Juli, Jule, Yuli, Tita, Julietita
Justina 1: Tina, Justi, Justinita
Karina 2: Kari, Cari, Rina, Kary, Karinita
Karla 3: Karlita, Kala, Karli, Carlita
Laura 4: Lala, Lau, Laurita, Lauri, Lalita, Laurilla, Lali
Leonor 1: Leo, Nor, Leonorcita, Noni, Lola, Nora 0.05
Leonarda 1: Leo, Narda, Naya
Leticia 3: Lety, Leti, Ticha, Letis, Licha, Leticita, Ticia, Letty
Librada 1: Lada, Libo
Lidia 3: Lili, Lidita, Yiya, Lidi
Lilian 3: Lili, Lily, Liliancita, Lilis, Yiyi, Lilia 0.1
Liliana 3: Lili, Lily, Liana, Lilianita, Yiya, Lilita, Nana
Lorena 3: Lore, Lorenita, Rena, Lola, Loren, Lorenza 0.02
Lorenza 1: Lencha, Lenchita, Lore, Renza
Lourdes 3: Lulú, Lourditas, Lurdes, Lula, Lourdita, Lulis, Luly, Lola
Lucía 3: Lucy, Luci, Lucha, Chía, Lucita, Lu, Luchi, Luciíta, Chiíta
Luciana 1: Chana, Luci, Chanita, Nana
Lucila 2: Chila, Luci, Lucha, Luchi, Lucilita, Lila, Chilita
Lucrecia 2: Quecha, Lucre, Crecha, Checha, Luqui, Queca
Luisa 3: Lucha, Luisita, Lulú, Lui, Luchita, Lisa, Isa, Luisi, Güicha, Wicha
Lutgarda 1: Luga, Garda, Luti
Luz 3: Lucita, Lucecita, Lucha, Luchi, Luchita, Lucero 0.1, Lucy, Lulú
Macaria 1: Maca, Caya, Macayita
Magdalena 3: Magda, Lena, Malena, Magui, Nena, Mada, Magdita, Leni, Maida
Manuela 2: Mela, Manuelita, Manola, Nela, Meme, Melita, Nelita, Lita
Marcela 3: Chela, Marce, Chelita, Marcelita, Celita, Chely
Marcelina 1: Chelina, Marce, Lina, Celina, Chela
Marcia 1: Macha, Marci, Marcita
Margarita 3: Márgara, Mago, Rita, Maggie, Magui, Margot, Tita, Marga, Mita, Margo, Magos, Maguito, Margucha, Margari
María 5: Mari, Mary, Mariíta, Maruca, Mariquita, Maruja, Cuca, Marucha, Mariquilla, Marita, Maya 0.2, Mía 0.1, Mayita, Maruchi, Maruch
Mariana 3: Mari, Nana, Marianita, Nanita, Marian, Mariani
Maribel 3: Mari, Bel, Mary, Maribelita, Beli
Maricela 3: Chela, Mari, Marice, Chelita, Maris, Chely
Marina 3: Mari, Nina, Marinita, Rina, Yina
Marisol 2: Mari, Sol, Solecito, Mary
Maritza 3: Mari, Titza, Ichi, Mary, Icha
Marlen 3: Marle, Lena, Marlencita, Mar, Marli
Marta 4: Martita, Tita, Marti, Martucha, Marthita, Mata, Tata
Martina 2: Tina, Marti, Martinita, Tincha, Tinita
Matilde 2: Mati, Tilde, Tila, Tilita, Maty, Matildita, Tili
Melida 1: Meli, Lida 0.2
Mercedes 3: Meche, Merceditas, Mercha, Mechita, Merche, Chedes, Meches, Mechas, Merce, Mechi, Mecha
Mélani 2: Mel, Meli, Mela, Melanita
Micaela 2: Mica, Caela, Mique, Micaelita, Quela, Micha, Queli, Lela
Miguela 1: Quela, Migue, Miguelita
Milagros 2: Mila, Mili, Milagritos, Mily, Milagrito, Lagros
Mirian 3: Miri, Mirita, Mimi
Mirna 3: Mir, Mirnita, Nina, Yina, Mina
Modesta 1: Mode, Tita
Mónica 3: Moni, Mona, Moniquita, Nica
Nancy 3: Nan, Nancita, Nani, Nanci
Natalia 3: Nati, Naty, Talia 0.3, Nata, Natalita, Tali
Natividad 2: Nati, Naty, Tivi, Nativa, Natis
Nicolasa 1: Colacha, Nico, Colasa, Nicha, Colachita
Nora 2: Norita, Nori, Yoya
Norma 3: Normita, Nomi, Nor
Obdulia 1: Dulia, Yuya, Dula, Obdu, Tuya
Ofelia 2: Fela, Ofe, Felia, Lela, Fella, Felita, Pela
Olga 3: Olguita, Yoya, Olgui
Olimpia 1: Pía, Oli
Olivia 2: Oli, Livia, Olivita, Livi, Viví
Otilia 2: Tila, Oti, Tilita, Tilia, Ticha
Pascuala 1: Cuala, Pascua, Pacuala, Cualita, Lala
Patricia 4: Pati, Paty, Patty, Tricia, Patricita, Pachi, Ticha, Patri, Tichi, Trichi, Pacha
Paula 3: Pau, Paulita, Lala, Pauli, Pola, Pauly
Paulina 1: Pau, Lina, Pauli, Nina, Paulinita
Paz 1: Pacita, Pachita, Pachi
Perla 2: Perlita, Pela, Perli
Petra 2: Petrita, Peta, Pepa, Petita, Perica
Petrona 2: Petro, Tona, Petronita, Peto, Petroncha, Peta, Pepona, Tronita
Petronila 2: Nila, Petro, Tona, Nilita, Petrola, Petita
Pilar 2: Pili, Pilarica, Pilarcita, Pily, Piluca, Pilarina, Lala
Presentación 1: Chencha, Chon, Presen, Chona
Purificación 1: Puri, Pura, Chon, Purita
Rafaela 2: Rafa, Fela, Faela, Rafita, Fafa, Lela, Felita, Falla
Ramona 2: Moncha, Mona, Ramonita, Mencha, Monchita, Moni, Monita
Raquel 3: Quela, Queli, Raque, Raquelita, Rachel 0.1, Keli, Quelita, Raqui, Quel
Rebeca 3: Beca, Becky, Rebe, Becki, Bequita, Rebequita
Refugio 2: Cuca, Cuquita, Refu, Refugito, Cuco, Cuquito
Regina 2: Gina, Regi, Yina, Reginita
Reina 4: Reinita, Rei, Nina
Remedios 1: Reme, Meyos, Remeditos, Meyita, Merios
Reyna 3: Reynita, Rey, Nina
Rita 2: Ritita, Ritucha
Rocío 3: Chío, Chiyo, Ro, Rocito, Roci, Rochi, Ochi, Chiíto
Romelia 1: Mela, Rome, Melia, Romi, Meya
Rosa 5: Rosita, Rosi, Rosy, Chocha, Rocha, Rosilla, Chita, Rochi, Rossy
Rosalía 1: Chalía, Rosa 0.02, Lía, Chaya, Rosi, Lala, Rosali
Rosalina 1: Lina, Rosi, Chalina, Rosa 0.02
Rosalinda 1: Linda, Rosi, Rosa 0.02, Chalinda, Lindita
Rosario 3: Chayo, Charo, Chayito, Rosarito, Chayín, Rosa 0.03, Charito, Chayis, Saro, Sarito
Rosaura 1: Chagua, Rosa 0.02, Saura, Chaura, Rosi
Rosenda 1: Chenda, Senda, Rosa 0.01
Rosmery 2: Ros, Mery, Rosy, Rosme, Mary
Roxana 2: Roxi, Roxy, Xana, Chana, Roxanita, Nana
Rufina 1: Fina, Rufi, Pina, Finita
Rut 2: Rutita, Ruti, Tita, Ruthy
Sabina 1: Chabina, Bina, Sabi, Chabita
Salomé 1: Salo, Chalo, Lome, Meme, Chomé
Salvadora 1: Chava, Dora 0.03, Chavita, Vadora, Chamba, Chaba
Sandra 4: Sandi, Sandrita, Chanda, Sandy, Chandi
Sara 3: Sarita, Saruca, Chara, Sari, Chari
Saturnina 1: Nina, Satur, Turnina, Catuna
Sebastiana 1: Chana, Bastiana, Sebas, Tiana, Chanita, Bacha
Severiana 1: Chana, Seve, Chevita
Silvia 4: Chivi, Silvita, Chiva, Silvi, Chivis, Sil, Yiya
Simona 1: Mona, Moncha, Chimona, Simoncita, Moni
Socorro 2: Coco, Soco, Coquito, Socorrito, Choco, Cocoya, Cuca
Sofía 3: Sofi, Chofi, Sofy, Chofa, Fía, Chofita, Sofiíta, Fifi, Chofía
Soledad 2: Chole, Sole, Cholita, Solita, Chola, Soly, Cholena
Sonia 3: Soni, Sonita, Chona, Choni
Susana 3: Susi, Susy, Su, Chana, Sus, Susanita, Chuchi, Susan 0.2, Chusa
Tatiana 2: Tati, Tiana, Tita, Taty, Nana
Telma 2: Telmita, Chelma
Teodora 1: Teo, Dora 0.03, Yoya, Lola, Doya, Dorita, Teodorita
Teófila 1: Teo, Fila, Tofa, Filita
Teresa 3: Tere, Teresita, Techa, Teté, Tesa, Chita, Teresilla, Terechu, Teta, Checha, Tesha, Teresina
Tomasa 2: Tomasita, Macha, Tommy, Toma, Tomacha, Chacha
Tránsito 2: Tancho, Tacha, Chita, Trancha, Tanchito, Tacho, Trancho, Chito, Trancito
Trinidad 2: Trini, Trinita, Trina, Trino
Úrsula 1: Urchu, Chula, Ursu, Sula, Chulita
Valentina 3: Vale, Tina, Valen, Valentinita, Tinita
Valeria 3: Vale, Vali, Valerita, Yeya
Vanesa 3: Vane, Nesa, Vanesita, Nessa, Vani, Vanecita
Verónica 3: Vero, Veroniquita, Vera 0.1, Nica, Veruca, Verito
Vicenta 2: Chenta, Chentita, Vicentita, Centa, Vicha
Victoria 3: Vicky, Toya, Viqui, Toyita, Vico, Victorita, Vicki, Vito, Viky, Vitoca, Tori, Tola
Vilma 3: Vilmita, Vil
Virginia 2: Vicky, Gina, Virgi, Viqui, Vir, Yina, Virginita, Virgita
Visitación 1: Chon, Chona, Visita
Viviana 2: Vivi, Bibi, Viana, Vivianita, Nana
Wendy 3: Wen, Wendita, Güendi
Xiomara 3: Xiomi, Mara, Chomi, Chomara, Xio
Ximena 2: Xime, Mena, Jime, Ximenita
Yolanda 3: Yoli, Yola, Yolandita, Landa, Yoly, Yolita, Yol, Yoyi
Zenaida 1: Naida, Zena, Chena, Zenaidita, Nena 0.02
Zoila 2: Zoilita, Choila, Zoi
Zoraida 1: Zora, Raida, Chora, Chori
Zulema 2: Zule, Lema, Chule, Zulemita, Zuly
`;

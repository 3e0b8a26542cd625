/** Names of men, A to I, and their nicknames; the form of a line is in docs/nicknames.md. */
export const MEN_A_I = `
Abelardo 1: Lalo, Abe, Abel 0.05, Lardo
Abraham 3: Abra, Abrán, Abrahamcito, Bram
Adalberto 2: Beto, Berto, Betillo, Adal, Ada
Adán 2: Adancito, Adanito
Adolfo 2: Fito, Fofo, Dolfo, Adolfito, Popo
Adrián 3: Adri, Adriancito, Adrianito, Nano, Riano
Agustín 3: Tin, Tino, Agus, Agustincito, Tincho, Cuti, Gucho
Alberto 4: Beto, Betito, Berto, Betillo, Betín, Tito, Albert, Albertito, Betico
Alejandro 4: Ale, Alex, Alejo, Jandro, Alejandrito, Jano, Cano, Sandro
Alejo 1: Alex, Ale, Alejito
Alexander 4: Alex, Ale, Xander, Sander, Alexito
Alfonso 3: Poncho, Fon, Fonso, Alfonsito, Ponchito, Foncho, Fonchito, Alfon
Alfredo 3: Fredo, Fredy, Freddy, Fello, Alfredito, Fede 0.05, Fefo, Fredito
Álvaro 2: Varo, Alvarito, Lalo
Amadeo 1: Amado, Deo
Amado 1: Amadito, Mado
Amílcar 1: Milca, Mica
Anastasio 1: Tacho, Tachito, Nacho
Andrés 4: Andresito, Andy, Andrew
Ángel 4: Angelito, Gelo, Gelito, Angelillo, Lito
Aníbal 2: Níbal, Anibalito
Anselmo 1: Chemo, Selmo, Chelmo, Memo
Antonio 4: Toño, Toñito, Toni, Tony, Toñín, Antuco, Toñico, Antoñito, Antolín, Nono, Toto
Apolinario 1: Polo, Poli, Polín, Polinar, Nario
Apolonio 1: Polo, Polonio
Aquiles 1: Quiles
Armando 3: Mando, Nando, Mandito, Armandito, Mandín
Arnoldo 2: Noldo, Arnold, Arnoldito
Arnulfo 2: Nufo, Fito, Arnulfito, Nulfo
Arsenio 1: Cheno, Senio
Artemio 1: Temo, Temio, Micho
Arturo 3: Turo, Arturito, Tuto, Art, Turi
Augusto 1: Tuto, Tito, Gusto, Cucho, Augustito, Guto
Aurelio 2: Lelo, Yeyo, Aure, Relio, Lelio, Yeyito
Baltasar 1: Balta, Balto, Chalo
Bartolomé 1: Bartolo, Tolo, Bartolito
Basilio 1: Bacho, Chilo, Basi, Silio
Bautista 1: Bauti, Tista
Belisario 1: Chayo, Beli
Benedicto 1: Dicto, Bene, Benito
Benigno 1: Nino, Beni
Benito 2: Beno, Beni, Nito, Benitillo
Benjamín 3: Benja, Mincho, Mín, Ben, Benji, Benjita, Minchito
Bernabé 1: Berna, Nabe, Beco
Bernardino 1: Nayo, Berna, Dino
Bernardo 2: Berna, Nayo, Bernardito, Nardo, Nando, Nano
Bonifacio 1: Boni, Facho, Bonito, Facio
Braulio 1: Brau, Laulio, Lalo
Calixto 1: Cali, Licho, Calish
Camilo 2: Milo, Cami, Camilito
Candelario 2: Cande, Candel, Layo
Carlos 5: Carlitos, Charly, Charlie, Cali, Carlangas, Calín, Carlucho, Litos, Calicho, Caliche, Cacho, Carlillo
Carmelo 1: Melo, Carmelito
Casimiro 1: Miro, Casi, Cachi
Catarino 1: Cato, Cata, Rino
Cayetano 1: Tano, Caye, Cayo, Tanito
Cecilio 1: Chilo, Ceci
Ceferino 1: Cefe, Rino, Fino, Chefo
Celestino 1: Tino, Cele, Celes, Chele 0.05, Titino
Celso 1: Chelo, Celsito, Checho
César 3: Checha, Checho, Cesarito, Chechito, Cesitar, Chayo 0.03
Cipriano 1: Cipri, Chano, Cipria
Cirilo 1: Chilo, Lilo, Ciro
Claudio 2: Claudito, Clau, Cayo
Clemente 2: Cleme, Mente, Meme, Clementito, Tente
Conrado 1: Conra, Rado, Radito
Constantino 1: Tino, Costa, Tinito
Cornelio 1: Nelio, Corne, Nelo
Cosme 1: Cosmito
Cresencio 1: Chencho, Crecho, Chente 0.05
Crisanto 1: Santo, Cris, Chanto
Crispín 1: Crispincito, Cris
Cristian 4: Cris, Chris, Cristiancito, Cristi, Titi
Cristóbal 2: Tobal, Toba, Cristo, Cris, Tobalito, Tolo
Cruz 2: Crucito, Cuchi, Crucita
Cuauhtémoc 1: Temo, Cuau, Témoc
Dagoberto 1: Dago, Beto, Berto, Dagito
Dámaso 1: Damo, Macho
Damián 2: Dami, Damiancito
Daniel 4: Dani, Danny, Dany, Danielito, Dan, Nel
Darío 2: Daro, Dari, Dariíto
David 4: Davi, Deivi, Davidcito, Deivid, Dave
Delfino 1: Fino, Delfo, Delfín, Finito
Desiderio 1: Desi, Derio, Yeyo
Diego 3: Dieguito, Yeyo, Dieguín, Dieguillo
Dionisio 2: Nicho, Nichito, Dioni
Domingo 3: Mingo, Minguito, Chomingo, Dominguito, Mincho, Minguillo
Donaldo 1: Donal, Naldo, Donald
Donato 1: Tato, Nato
Edgar 3: Edgardito, Edi, Eddy
Edgardo 2: Gardo, Eddy, Edi
Edilberto 1: Beto, Berto, Edil, Edi
Edmundo 1: Mundo, Mundito, Edi, Mon
Eduardo 4: Lalo, Lalito, Eddy, Edu, Guayo, Guayito, Lalín, Duardo, Yayo, Lalillo, Ed, Edi
Efraín 2: Efra, Fraín
Eleazar 1: Chayo, Elea, Cheyo
Elías 3: Lías, Eli
Eligio 1: Licho, Eli, Ligio
Eliseo 2: Cheo, Licho, Elis
Emanuel 2: Mano, Manu, Ema, Meme, Manolito
Emeterio 1: Tello, Teyo, Meterio
Emilio 3: Milo, Emi, Emilito, Milito, Millo
Enrique 4: Quique, Kike, Quiquito, Rique, Quico, Quiquín, Enriquito, Henry 0.1, Ricky
Epifanio 1: Epi, Fano
Erasmo 1: Ramo, Momo
Ernesto 3: Neto, Netito, Tito, Netillo, Ernestito, Nesto, Néstor 0.02, Teto
Esequiel 2: Cheque, Chequelo, Quiel, Esequi
Esteban 2: Tebo, Teban, Estebita, Chebán, Tebito
Eugenio 2: Geño, Queno, Eugen, Eugenito, Cheno
Eulogio 1: Locho, Logio, Yoyo
Eusebio 1: Chebo, Chevo, Sebio, Usebio, Chebito
Eustaquio 1: Taquio, Tacho
Evaristo 1: Varo, Varisto, Varito
Ezequiel 3: Cheque, Chequelo, Quiel, Eze, Zequi
Fabián 2: Fabi, Fabiancito, Fabio 0.02
Fabricio 2: Fabri, Bricho, Fabi
Facundo 1: Cundo, Facu
Fausto 1: Tuto, Faustito
Federico 2: Fede, Lico, Quico, Federiquito, Fico, Fredi, Perico 0.3
Feliciano 1: Chano, Feli, Chanito, Felicho
Felipe 3: Pipe, Lipe, Feli, Felipito, Pipo, Felipillo, Pelipe, Lipo
Félix 2: Feli, Lito, Felito, Felixito, Licho
Fermín 1: Mincho, Mín, Fermincito, Fermi
Fernando 4: Nando, Fer, Nano, Nandito, Fercho, Ferchito, Fernandito, Ferni
Fidel 2: Fide, Fidelito, Fidelillo, Lito
Fidencio 1: Fide, Dencho, Chencho, Lencho 0.05
Filiberto 1: Beto, Fili, Berto
Filemón 1: Moncho, File, Mon
Florencio 1: Lencho, Flor 0.05, Chencho, Floro
Florentino 1: Tino, Floro, Floren, Tinito
Fortunato 1: Nato
Francisco 4: Paco, Pancho, Chico, Kiko, Quico, Panchito, Paquito, Chicho, Fran, Frank, Pacho, Cisco, Francis, Frasco, Chisco, Chiquín, Paquillo, Panchín, Chito
Froilán 1: Froi, Lancho, Loilán
Fulgencio 1: Chencho, Fulge
Gabino 1: Gabi, Bino, Gabo
Gabriel 4: Gabo, Gabi, Gaby, Gabrielito, Biel, Gabito
Gaspar 1: Gaspi, Gasparín, Gasparito
Genaro 1: Naro, Jena, Narito
Gerardo 3: Lalo, Jerry, Gera, Gerry, Yayo, Gerardito, Jera, Yeyo
Germán 2: Mancho, Germancito, Manche, Ger, Germi
Gilberto 3: Beto, Gil, Berto, Gilbertito, Tito, Gilber
Gildardo 1: Gil, Dardo
Gonzalo 2: Chalo, Gonza, Chalito, Gonzalito, Zalo, Chalín
Gregorio 3: Goyo, Goyito, Grego, Yoyo, Goyín
Guillermo 3: Memo, Guille, Memito, Willy, Billy, Guicho, Meme, Guillo, Llermo, Guillermito, Mito, Guillermín, Yemo, Quillo
Gumersindo 1: Gume, Chindo, Sindo
Gustavo 3: Tavo, Gus, Gustavito, Tavito, Gusti, Gustavín, Cucho
Héctor 3: Tito, Hectorcito, Teto, Tetín
Heliodoro 1: Doro, Lolo, Yoyo, Helio
Heriberto 2: Beto, Heri, Berto, Eri, Betito
Hermenegildo 1: Gildo, Mere, Merejo, Hermene
Hernán 2: Nancho, Hernancito, Nan, Nano
Hernando 1: Nando, Nano
Higinio 1: Gino, Higi, Chinio
Hilario 1: Lalo, Layo, Lario, Larito
Hilberto 1: Beto, Berto, Hil
Hipólito 1: Polo, Poli, Polito, Hipo
Homero 1: Mero
Honorio 1: Noro, Nono, Honito
Horacio 2: Racho, Lacho, Rachito
Hugo 3: Huguito, Huguín
Humberto 3: Beto, Berto, Tito, Humbertito, Betito
Ignacio 3: Nacho, Nachito, Nacio, Iñaqui, Nachín
Inocencio 1: Chencho, Tencho, Ino, Inocho
Inocente 1: Chente, Ino, Chencho
Ireneo 1: Neo, Ire, Nello
Isaac 2: Isa, Isaquito, Caco
Isaías 2: Isa, Chayo 0.05, Isaí
Isidoro 1: Doro, Isi
Isidro 2: Chilo, Chiro, Chidro, Isidrito, Sidro, Isi, Chito
Ismael 3: Mayel, Isma, Mael, Maelo, Ismaelito
Israel 2: Isra, Rael, Isri, Raelito
Iván 3: Ivancito, Vancho, Ivi
`;

/** Names of men, J to Z, and their nicknames; the form of a line is in docs/nicknames.md. */
export const MEN_J_Z = `
Jacinto 2: Chinto, Cinto, Jacintito, Chintillo, Chito
Jaime 3: Jaimito, Jimmy 0.2, Jaimín, Mito
Javier 3: Javi, Javiercito, Javo, Jabito, Vier, Xavi
Jeremías 2: Jere, Mías, Jeremi, Yeyo
Jerónimo 1: Jero, Chomo, Chombo, Jeromo, Momo
Jesús 4: Chuy, Chus, Chucho, Chuyito, Jesusito, Chuchito, Chusito, Chuchín, Chuchi, Suso, Chito, Chuyín, Chuíto
Joaquín 3: Quincho, Quin, Joaco, Quino, Joaquincito, Juaco, Juaquín, Quinchito, Quinito
Joel 3: Yoel, Joelito, Joe
Jonás 1: Jona
Jorge 4: Coque, Yoyo, Jorgito, Coco, Coquito, George, Jorgín, Jorgillo
José 5: Chepe 0.9, Pepe 0.75, Chepito 0.8, Pepito, Josecito, Joselito, Cheo, Chepo, Pepín, Joseíto, Pepillo, Chepillo, Pep, Chepín, Chebo 0.1, Cheíto, Joche
Josué 3: Josuecito, Chue, Josh, Yosué
Juan 5: Juancho, Juanito, Juancito, Juani, Juanillo, Juanchi, Juanchito, Juanelo, Nito, Chano 0.05, Juaneco, Juanchín, Juanico
Julián 3: Juli, Juliancito, Liancho, Chulián, Julianito, Julio 0.02
Julio 4: Juli, Julito, Julín, Chulio, Lulio, Yuyo, Julillo
Justino 1: Tino, Justo, Justi
Justo 1: Justito, Tito, Tuto
Juvenal 1: Juve, Juvito
Juventino 1: Tino, Juve, Juven
Lamberto 1: Beto, Berto, Lambo
Laureano 1: Lauro, Nano, Laure
Lauro 1: Laurito, Lalo
Lázaro 2: Lacho, Lazarito, Lalo
Leandro 1: Lea, Leo, Lando, Leandrito
Leobardo 1: Leo, Bardo, Leobo
Leonardo 3: Leo, Nardo, Leito, Nayo, Leonardito, Lio, León 0.05
Leonel 3: Leo, Nel, Leonelito, Nelo, Nelito
Leonidas 1: Leo, Leoni
Leopoldo 1: Polo, Polito, Leo, Poldo, Poli, Polín
Librado 1: Libo, Librito
Lino 1: Linito, Linillo
Lisandro 1: Chando, Sandro, Licho
Lorenzo 2: Lencho, Lenchito, Loren, Renzo, Lolo, Lenchín, Loro
Lucas 2: Luquitas, Luca, Luquín, Lucho, Luqui
Luciano 1: Chano, Lucho, Luci, Chanito, Lucianito
Lucio 1: Lucho, Chicho, Lucito, Chucho
Luis 5: Lucho, Luisito, Wicho, Güicho, Huicho, Luisín, Lui, Luisillo, Luiso, Lucito, Güichito, Wichito, Luchito, Güisho, Luigi, Licho
Macario 1: Maco, Caro 0.03, Macayo, Maca
Manuel 4: Meme, Manolo, Manuelito, Manu, Mel, Nel, Lito, Manny, Manuelillo, Manolito, Nelo, Mañel, Memito, Manolín, Mane, Memín, Nelito, Lolo, Mano
Marcelino 2: Chelino, Lino, Marce, Chelo, Marcelo 0.05, Nino
Marcelo 2: Chelo, Marce, Chelito, Celo
Marcial 1: Marci, Chalo, Chial
Marco 3: Marquito, Marquitos, Mac, Maco
Marcos 3: Marquitos, Marquillo, Maco, Quitos, Marquito
Margarito 1: Márgaro, Mago, Rito, Marga
Mariano 2: Nano, Mario 0.02, Marianito, Nanito
Mario 4: Mayo, Marito, Mayito, Marillo, Maro
Martín 3: Tin, Tincho, Martincito, Tino, Martinillo, Mart, Tinchito
Mateo 3: Teo, Mateíto, Mate, Mat
Matías 2: Mati, Maticho
Mauricio 3: Mauri, Mau, Richo, Mauro 0.1, Güicho, Moris, Mauricito
Mauro 1: Mau, Maurito
Maximiliano 2: Max, Maxi, Milo, Chano, Maximito
Maximino 1: Max, Maxi, Mino, Chimino
Máximo 1: Max, Maxi, Macho, Chimo, Maximito
Melchor 1: Mecho, Mechor, Mel
Melquiades 1: Melqui, Mel, Quiades
Melvin 3: Mel, Melvincito, Mevin
Miguel 4: Mike, Migue, Miguelito, Micho, Mickey, Miguelillo, Miki, Miguelín, Micky, Lito
Modesto 1: Mode, Moto, Mocho
Moisés 3: Moi, Moy, Moisesito, Moncho, Moche, Moisito
Narciso 1: Chicho, Narci, Chiso
Natanael 1: Nata, Nathan, Natán, Nael
Nazario 1: Chayo, Nacho, Charo
Nelson 3: Nel, Nelsito, Nelsoncito, Neco
Nemesio 1: Neme, Mecho, Necho, Memo
Néstor 2: Neto, Nes, Nestorcito, Tor
Nicanor 1: Nica, Cano, Canor
Nicasio 1: Nica, Cacho, Nicacho
Nicolás 3: Nico, Colás, Colacho, Nicolasito, Colito, Nicho, Nicolín, Colocho 0.02, Lacho
Noé 2: Noecito, Noíto
Noel 2: Noelito, Nel
Norberto 2: Beto, Berto, Norbe, Betito, Bertín
Octavio 2: Tavo, Octa, Tavito, Tavío, Tavillo
Olegario 1: Ole, Gayo, Layo
Omar 3: Omarcito, Omarito, Maro
Onofre 1: Nofre, Ono, Nofo
Orlando 3: Lando, Nando, Orlandito, Landito
Óscar 4: Oscarito, Oscarcito, Caco, Osquítar, Cacho, Oski, Quico
Oswaldo 3: Valdo, Waldo, Osva, Osvi, Osvaldito, Valdito, Guayo, Baldo
Pablo 4: Pablito, Pabli, Pablín, Pablillo
Pascual 2: Pascualito, Pasco, Pachi
Pastor 1: Pasto, Pastorcito
Patricio 2: Pato, Pachi, Pacho, Ticho, Patri, Patito, Patrick
Patrocinio 1: Patro, Tocho
Paulino 1: Lino, Pauli, Nino, Pablino
Pedro 4: Perico, Pedrito, Pedrín, Peyo, Pedrillo, Pedrucho, Pepo, Piro, Periquito, Pello, Pedrico
Perfecto 1: Perfe
Plácido 1: Pacho, Placho
Policarpo 1: Poli, Polo, Carpo, Polín
Ponciano 1: Poncho, Chano, Ponchi
Porfirio 1: Firio, Porfi, Pilo, Firo
Próspero 1: Pospo
Prudencio 1: Chencho, Pruden, Dencho
Rafael 4: Rafa, Rafita, Fallo, Rafaelito, Fello, Fayo, Rafi, Faelo, Falo, Fael, Felo, Felito, Rafico
Raimundo 1: Mundo, Rai, Ray, Mundito
Ramiro 2: Miro, Rami, Mirito, Ramirito, Ramito
Ramón 3: Moncho, Mon, Monchito, Ramoncito, Monche, Monchi, Monín
Raúl 3: Rulo, Raulito, Rulito, Rul, Raulillo, Lulo
Reinaldo 2: Rey, Naldo, Nano, Reino, Reynaldito, Naldito
Remigio 1: Remi, Micho, Migio
Renato 1: Nato, Rena, Renatito
René 3: Nené, Renecito, Renito
Ricardo 4: Richi, Ricky, Cayo, Ricardito, Richard 0.2, Riqui, Caíto, Ricar, Rico, Ric
Rigoberto 2: Rigo, Beto, Berto, Riguito, Rigoto
Roberto 4: Beto, Berto, Rober, Betito, Robertito, Tito, Robe, Bob, Bobby, Betillo, Rob, Betín, Robertillo, Betico
Rodolfo 2: Fito, Rudy, Rodo, Fofo, Popo, Rolfo, Dolfo, Fitillo, Olfo, Rudi
Rodrigo 2: Rodri, Rigo, Drigo, Yiyo, Rodriguito, Ro
Rogelio 3: Roge, Yeyo, Roy, Rogelito, Gelio, Jelo, Rocheli, Geyo
Rolando 3: Rolo, Lando, Rolandito, Rolan, Roly, Nando, Rollo
Román 1: Romi, Romancito, Mancho
Romeo 1: Romi, Meo, Romito
Romualdo 1: Ualdo, Romo, Guayo, Aldo 0.05
Roque 2: Roquito, Roco, Roquín
Rosalío 1: Chalío, Chalo, Lío, Chalillo
Rosendo 1: Chendo, Sendo, Chendito, Rosen
Rubén 3: Rubencito, Bencho, Rube, Rubo
Rufino 1: Fino, Rufi, Rufo
Rutilio 1: Tilo, Ruti, Tilio
Sabino 1: Chabino, Bino, Sabi, Chabo
Salomón 2: Salo, Moncho, Mon, Salito
Salvador 4: Chava, Chamba, Salva, Chavita, Chambita, Chavador, Chavo
Samuel 4: Sami, Sammy, Samy, Samuelito, Sam, Chamuel, Samu, Chami
Santiago 3: Chago, Santi, Chaguito, Yago, Tiago, Diego 0.02, Santy, Jaco
Santos 4: Santitos, Chanto, Chanti, Tito, Santillo, Chantos, Tatos, Santito
Saturnino 1: Nino, Satur, Turnino, Nito, Catuno
Saúl 3: Saulito, Chaúl, Saulo
Sebastián 3: Sebas, Chano, Bastián, Chebas, Seba, Tián, Bachán, Chebo, Sebita, Bacho
Secundino 1: Cundo, Secu, Dino
Segundo 2: Segu, Gundo, Cundo
Serafín 1: Fin, Sera, Chefín, Fincho
Sergio 3: Checo, Serch, Sergito, Sergi, Chejo, Checho, Chequito, Yeyo
Severino 1: Nino, Seve
Severo 1: Chevo, Seve, Chevito
Silverio 1: Silve, Chivo, Veyo
Silvestre 1: Silver, Veche, Chive, Silves
Simeón 1: Chimón, Simi, Chimo
Simón 2: Monchi, Simoncito, Chimón, Mon, Simi
Sixto 1: Chito, Sixtito, Chisto
Tadeo 1: Tade, Deo, Tato
Telésforo 1: Teles, Foro, Tele
Teodoro 1: Teo, Doro, Lolo, Yoyo, Doyo, Teodorito
Teófilo 1: Teo, Filo, Tofi, Tilo, Filito
Tiburcio 1: Tibu, Bucho, Buche
Timoteo 1: Timo, Teo, Tim, Moteo
Tito 1: Titillo, Titín
Tobías 1: Tobi, Toby
Tomás 3: Tomasito, Tommy, Tomi, Tom, Tomasillo, Macho 0.05, Tomacho, Tomy
Toribio 1: Toro, Tori, Bibo, Toyo
Ubaldo 1: Baldo, Uba, Balito
Ulises 2: Uli, Ulisito
Urbano 1: Bano, Urbanito
Valentín 2: Vale, Tin, Valen, Tincho, Tino, Valentincito
Valeriano 1: Vale, Chano, Valero
Venancio 1: Nancho, Vena, Nacho, Venacho
Vicente 3: Chente, Chentito, Vice, Chentillo, Vicentito, Vicho, Tente, Vicen, Chencho
Víctor 4: Vico, Vito, Vic, Viti, Victorcito, Vitico, Tito, Vitín
Vidal 1: Vidalito
Virgilio 1: Gilio, Virgi, Vilo, Gil, Billo
Vitalino 1: Lino, Vito, Vita
Wenceslao 1: Wences, Lao, Güencho, Chelao, Wencho, Uben, Vences
Wilfredo 3: Fredo, Wil, Fredy, Willy, Wilo, Güicho
Zacarías 1: Zaca, Caco
Zenón 1: Chenón, Zeno
Zeferino 1: Zefe, Fino, Rino
`;

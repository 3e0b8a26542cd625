/**
 * Forms of names from other languages, and spellings that Spanish sound does not bring together: "Brayan 0.95: Bryan,
 * Brian" (docs/nicknames.md). What merely sounds alike in Spanish needs no line.
 */
export const VARIANTS = `
Brayan 0.95: Bryan, Brian, Braian, Brayam, Brallan, Breyan, Briant
Jhon 0.95: John, Jon, Yon, Jhony, Johnny, Jonny, Yoni, Yony
Jonathan 0.95: Jonatan, Jhonatan, Yonatan, Johnatan, Yonathan
Kevin 0.95: Quevin
Kevin 0.5: Kelvin, Kervin
Yesenia 0.95: Jessenia, Jesenia, Llesenia, Yecenia, Yessenia
Jessica 0.95: Yessica, Jésica, Yésica, Gessica
Jennifer 0.95: Yenifer, Jenifer, Yennifer, Jeniffer, Llenifer, Genifer
Jenny 0.95: Yenny, Yeni, Jeni, Jhenny, Genny
Jefferson 0.95: Yeferson, Jeferson, Yefferson, Gefferson
Jeffry 0.9: Yefri, Jeffrey, Jefry, Yeffry
Wilmer 0.95: Guilmer, Wilmar, Vilmer
William 0.95: Wiliam, Wilian, Güilian, Willian, Williams
Wilson 0.9: Güilson
Walter 0.95: Gualter, Walther, Valter, Gualterio
Wendy 0.95: Güendi, Wendi, Wendie, Guendy
Wilfredo 0.95: Wilfrido, Wilfrid, Güilfredo
Oswaldo 0.95: Osvaldo, Oswal
Edwin 0.95: Edvin, Eduin, Edgüin
Darwin 0.95: Daruin, Darvin
Marvin 0.95: Marwin, Marbin
Michael 0.95: Maicol, Maikel, Maycol, Maikol, Michel, Maykel, Maiquel
Michael 0.7: Miguel
Christian 0.95: Cristian, Kristian, Cristhian, Christhian
Christopher 0.95: Cristofer, Kristofer, Cristopher, Kristopher
Cristóbal 0.7: Christopher, Christophe, Kixto
Stephanie 0.95: Stefany, Estefani, Stefani, Estéfany, Estefanie, Stephany, Steffany
Estefanía 0.8: Stephanie, Stefany, Estefani
Steven 0.95: Estiven, Stiven, Esteven, Stephen, Estiben, Stivin
Esteban 0.7: Steven, Stephen, Étienne, Estiven, Estevan
Ashley 0.95: Ashly, Achly, Ashlee
Génesis 0.95: Jénesis, Yénesis, Genesys
Cindy 0.95: Sindy, Sindi, Cindi
Cinthia 0.95: Cintia, Cynthia, Sintia, Sinthia
Katherine 0.95: Katerin, Catherine, Katerine, Caterin, Kateryn, Katherin, Katrin
Catarina 0.8: Catalina, Katherine, Katal, Kat, Catherine, Caterina
Karen 0.95: Caren, Karín, Karem
Karla 0.95: Carla
Karina 0.95: Carina, Karyna
Keily 0.95: Keyli, Kayli, Keyly, Kaylee, Keilly, Keiley
Keilin 0.9: Keylin, Kailin, Kaylin
Kimberly 0.95: Quimberly, Kimberley, Kimberlyn, Kimberli, Kymberly
Heidi 0.95: Jeidi, Heydi, Aidi, Heidy, Jeydi, Haidy
Hillary 0.95: Jilary, Ilari
Henry 0.95: Jenri, Henri, Enri, Jenry
Enrique 0.8: Henry, Henri
Harold 0.95: Jarol, Harol, Arold
Hamilton 0.95: Jamilton, Amilton
Helen 0.95: Elen, Jelen, Hellen, Ellen
Elena 0.7: Helen, Hélène, Helena
Elizabeth 0.95: Elisabet, Elizabet, Lisbeth, Elisabeth
Isabel 0.6: Elizabeth, Isabelle
Lizeth 0.95: Lisset, Liseth, Lizet, Lisseth, Lizzeth, Lissette
Yaneth 0.95: Janet, Yanet, Janeth, Jeannette, Yannet, Janette
Yolanda 0.95: Iolanda, Yolande
Yajaira 0.95: Yahaira, Jahaira, Yajayra, Yaira
Yasmín 0.95: Jasmín, Yazmín, Jazmín, Yesmín, Jasmine, Jazmine
Yadira 0.95: Jadira
Johana 0.95: Yohana, Joana, Yoana, Johanna, Yojana, Jhoana
Juana 0.6: Johana, Jeanne
Jocelyn 0.95: Yoselin, Joselin, Yocelin, Yoseline, Joselyn, Joceline, Yosselin
Jacqueline 0.95: Yaquelin, Jackeline, Jaquelín, Yakelin, Yackelin, Jacquelin, Yaqueline
Jimmy 0.95: Yimi, Jimi, Yimmy, Jimy
Jerson 0.9: Gerson, Yerson, Hersón
Jeremy 0.95: Yeremi, Geremy, Jeremi, Yeremy
Jeremías 0.8: Jeremy, Jérémie, Jeremiah
Yobany 0.95: Giovanni, Jovany, Yovani, Geovany, Yobani, Jobany, Giovani, Geovani
Byron 0.95: Bayron, Vayron, Bairon
Franklin 0.95: Frankling, Franklyn
Fredy 0.95: Freddy, Fredi, Fredis
Erick 0.95: Eric, Erik, Érico
Erika 0.95: Érica, Éricka
Emely 0.95: Emily, Emili, Emelly
Evelin 0.95: Evelyn, Ivelin, Ebelin
Lesly 0.95: Leslie, Lezly, Lesli, Lesley
Leidy 0.95: Leydi, Lady, Leidi, Laidi
Deisy 0.95: Daisy, Deysi, Deici, Deicy, Daysi, Dayse
Dayana 0.95: Daiana, Dayanna
Diana 0.7: Dayana, Diane
Dylan 0.95: Dilan, Dailan, Dillan
Nahúm 0.95: Nahún, Naún, Naum
Nahomy 0.95: Noemí, Naomi, Nohemí, Nahomi, Noemy, Naomy
Michelle 0.95: Michel, Mishel, Michell, Mishelle
Nicole 0.95: Nicol, Nikol, Nicolle, Nicoll, Nikole
Sheyla 0.95: Sheila, Cheila, Sheyli, Cheyla
Shirley 0.95: Chirley, Sherly, Shirly, Chirly
Greisy 0.95: Greysi, Gracie, Greicy
Gladis 0.95: Gladys
Gissel 0.95: Gisselle, Giselle, Yisel, Yissel
Gisela 0.8: Gissel, Giselle
Eimy 0.95: Amy, Aimy, Eymi, Eimi
Meiby 0.95: Maybi, Meibi, Mayby
Alison 0.95: Allison, Alisson, Alyson
Abigaíl 0.95: Abygail
Xiomara 0.95: Siomara, Chiomara, Ziomara
Ximena 0.95: Jimena, Chimena, Gimena
Ronald 0.95: Ronal
Ronald 0.7: Ronaldo
Roni 0.95: Rony, Ronny, Ronnie
Alexander 0.95: Alejander, Elexander, Alixander
Alejandro 0.8: Alexander, Alexandre
Alejandra 0.85: Alexandra
Esequiel 0.9: Ezequiel, Ezechiel
Génaro 0.9: Jenaro
Marco 0.9: Marcos, Marc, Mark, Marcus
Marcos 0.8: Markux, Markuxh
Carlos 0.85: Carlo, Charles, Karl
Luis 0.85: Louis, Lewis, Lwi
Mateo 0.85: Matheo, Mathieu, Matthew, Matye
Matías 0.9: Mathias, Matthias
José 0.85: Joseph, Josef, Jozèf, Xep, Chep
Josefa 0.85: Josephe, Josepha
Josefina 0.85: Joséphine, Jozefin
Juan 0.85: Jean, Jan, Xuan, Shuan, Xwan, Xun, Xhun, Xuwan, Wan, Jhan
Juan 0.6: John, Jhon, Johan
Pedro 0.85: Pierre, Pyè, Peter, Petul, Lu'
Pablo 0.85: Paul, Pòl, Paulo
Miguel 0.85: Michel, Mek, Mekel, Mikel
Francisco 0.8: François, Franswa, Francis, Palas, Palax, Frank
Diego 0.8: Te'k, Yek
Santiago 0.7: Jacobo, Jacques, Tiago, Yak, Xant
Jaime 0.7: James, Jacques, Jacobo
Tomás 0.85: Thomas, Toma, Tumaxh, Tumax, Tomax
Tomás 0.5: Max, Maxh
Domingo 0.8: Dominique, Ku', Minko, Romin, Rominko
Sebastián 0.85: Sébastien, Bastián, Xap, Baxtian, Xpaxtian, Xbaxtian
Andrés 0.85: André, Andrew, Lix, Antrex, Antrix, Antel
Antonio 0.85: Antoine, Anthony, Antun, Antón, Antwàn
Lorenzo 0.85: Laurent, Lolen, Lorenxo, Lawrence
Lucas 0.85: Luc, Luke, Lukax, Lik
Nicolás 0.85: Nicholas, Kolax, Nikolax, Xkolax
Gaspar 0.85: Gaspard, Kaxpal, Xpal, Kaspar, Caxpal
Baltasar 0.85: Balthazar, Palta, Paltasar, Maltix
Melchor 0.85: Melchior, Mech
Felipe 0.85: Philippe, Philip, Filip, Pelip
Martín 0.9: Matin, Maltin
Manuel 0.85: Emmanuel, Manwel, Manvel, Mawel, Wel
Agustín 0.85: Augustin, Ogisten, Axtin, Kuxtin
Salvador 0.8: Sauveur, Xalik
Mariano 0.7: Marian
Pascual 0.85: Pascal, Paxcual, Paxkual, Paskal
Alonso 0.6: Alfonso
Alonso 0.85: Alunxo
Alfonso 0.85: Alphonse
Vicente 0.85: Vincent, Vensan, Wisente
Bartolomé 0.85: Barthélemy, Bartolo, Bartulo
Jerónimo 0.85: Gerónimo, Jérôme, Xelom
Ricardo 0.85: Richard, Richa
Roberto 0.85: Robert, Wobè
Eduardo 0.85: Edward, Édouard, Edwa
Guillermo 0.75: William, Guillaume, Giyòm
Jorge 0.85: Georges, George, Jòj
Esteban 0.8: Etyèn, Xtep
Lázaro 0.85: Lazare, Laza
Jesús 0.85: Jezi
Rafael 0.9: Raphaël, Rafayèl
Gabriel 0.9: Gabriyèl, Gabryèl
Daniel 0.9: Danyèl
Samuel 0.9: Samwèl, Chamuel
Bernardo 0.85: Bernard, Bèna
Ernesto 0.85: Ernest, Ènès
Augusto 0.85: Auguste, Ogis
Rodrigo 0.85: Rodrigue
Fernando 0.85: Fernand
Fernando 0.6: Hernando
Gerardo 0.85: Gérard, Jera
Alfredo 0.85: Alfred
Alberto 0.85: Albert, Albè
Arturo 0.85: Arthur
Claudio 0.85: Claude, Klod
Julio 0.85: Jules
León 0.85: Leyon
Emilio 0.85: Émile, Emil
Eugenio 0.85: Eugène, Ojèn
Cipriano 0.85: Cyprien
Mauricio 0.85: Maurice, Moris
Reinaldo 0.85: Reynaldo, Reginald, Renaldo
Benito 0.75: Benoît, Benwa
Benjamín 0.9: Benjamen
Marcelo 0.85: Marcel, Masèl
Renato 0.7: René
Jeremías 0.85: Jeremi
Isaías 0.85: Ésaïe, Isaiah
Elías 0.85: Élie, Elijah
Moisés 0.85: Moïse, Moyiz, Moses
Josué 0.85: Joshua, Jozye
Salomón 0.85: Solomon
Abraham 0.85: Abrahán, Abrán, Abram
Isaac 0.85: Isak, Izak
Ismael 0.85: Ishmael, Esmael
Noé 0.85: Noah
Zacarías 0.85: Zacharie, Zakari
Ezequías 0.85: Ézéchias
Celestino 0.85: Célestin
Faustino 0.85: Faustin
Luciano 0.85: Lucien, Lisyen
Rigoberto 0.85: Rigobert
Heriberto 0.85: Eriberto, Herbert
Humberto 0.85: Umberto, Hubert
Gilberto 0.85: Gilbert
Leonardo 0.85: Léonard
Leonel 0.9: Lionel
Adrián 0.85: Adrien
Julián 0.85: Julien, Jilyen
Fabián 0.85: Fabien
Sergio 0.85: Serge, Sèj
Olvin 0.5: Orvin, Alvin, Elvin
Selvin 0.85: Zelvin, Celvin
María 0.85: Marie, Mary, Mari, Malin, Maruch, Liy', Mariya
María 0.5: Mal, Mar
Juana 0.85: Xuana, Xunka', Xuwana, Xhuana, Jane
Ana 0.85: Anne, Anna, Hannah, Hana, Xan
Rosa 0.85: Rose, Roxa, Rox, Loxa, Rux, Wòz
Isabel 0.8: Xepel, Ixabel, Xabel
Magdalena 0.85: Madeleine, Matal, Matalen, Madalena, Madlèn
Eulalia 0.85: Eulalie, Ewul, Ulalia
Micaela 0.85: Michaëlle, Mikaela, Mikin
Petrona 0.6: Petronila
Petrona 0.85: Petlon, Petlona
Lucía 0.85: Lucie, Luxh
Teresa 0.85: Thérèse, Terez, Terexa
Catalina 0.8: Katalin, Katal, Kat, Kalich
Dominga 0.8: Rominka, Tominka
Pascuala 0.8: Paxku', Paxcuala, Pascale
Agustina 0.8: Augustine, Axtina
Manuela 0.8: Manwela, Wela
Marta 0.9: Marthe, Malta
Margarita 0.8: Marguerite, Margaret, Margareth, Magarit
Elena 0.8: Elèn, Ilena
Sofía 0.85: Sophie, Sophia
Carolina 0.85: Caroline, Kawolin
Julia 0.85: Julie, Jilya
Luisa 0.85: Louise, Lwiz
Luciana 0.85: Lucienne, Lisyèn
Cristina 0.85: Christine, Kristin, Kristina
Francisca 0.8: Françoise, Franswaz, Xika
Antonia 0.8: Antoinette, Antwanèt
Antonia 0.5: Antonieta
Antonieta 0.85: Antoinette
Victoria 0.85: Victoire, Viktwa
Alicia 0.85: Alice, Alis
Mónica 0.85: Monique, Monik
Verónica 0.85: Véronique, Veronik
Patricia 0.75: Patricie, Patrice
Natalia 0.85: Nathalie, Nataly, Natali
Elisa 0.85: Élise
Esperanza 0.75: Espérance
Blanca 0.85: Blanche, Blanka
Clara 0.85: Claire, Klè
Raquel 0.85: Rachel, Rachelle
Ester 0.85: Esther, Estè
Cecilia 0.85: Cécile, Sesil
Emilia 0.8: Émilie, Emily
Beatriz 0.85: Béatrice, Viatriz
Virginia 0.85: Virginie, Vijini
Guadalupe 0.9: Guadelupe, Gualupe, Wadalupe
Rosalía 0.8: Rosalie, Wozali
Adriana 0.85: Adrienne
Juliana 0.85: Julienne
Viviana 0.85: Viviane, Vivienne, Vivian
Silvia 0.85: Sylvie, Silvi
Claudia 0.75: Claudie, Claudette
Marlen 0.9: Marlene, Maylen
Mirian 0.9: Míriam, Myriam, Meriam
Mirlande 0.9: Mirlanda, Milande
Nadège 0.9: Nadeje, Nadej
Guerline 0.9: Guerlin, Gèlin
Widline 0.85: Wideline, Widlin
Wilner 0.85: Wilnord, Vilner
Dieudonné 0.9: Dyedone, Deodonne
Evens 0.9: Evans, Ivens
Rosemène 0.85: Rosemé, Wozmèn
Yvrose 0.9: Yverose, Ivwòz
Ghislaine 0.85: Guislène, Jislèn
Woodley 0.85: Wudley, Oudlé
`;

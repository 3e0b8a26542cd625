/**
 * Names of Haiti, of the Garífuna coast and of Maya peoples, with their nicknames; the form of a line is in
 * docs/nicknames.md. What Maya languages have made of Spanish names are other forms, not nicknames: `list-variants.ts`.
 */
export const ELSEWHERE = `
Alcide 1: Cid, Sid
Antoinette 2: Toinette, Nette, Nétou, Tounette, Toutou
Auguste 1: Gigis, Gugus, Guste
Augustin 1: Titin, Gustin, Tintin
Bernadette 2: Dédette, Nadette, Berna, Dette
Célestin 1: Titin, Célès, Tintin
Claire 1: Clairette, Kéké, Clacla
Claude 1: Clo, Coco, Claudi, Cloclo
Claudette 2: Dédette, Claudi, Dette
Daphné 1: Dada, Daf
Dieudonné 2: Donné, Dodo, Dieu, Djodo
Dieula 1: Dieudie, Lala
Edwidge 1: Widge, Vivi, Edi
Elmide 1: Mimide, Mide
Emmanuel 3: Mano, Manno, Manu, Mannou, Emma 0.05, Mani
Evens 2: Vens, Eve 0.02
Fabienne 2: Fafa, Fabi, Fabie
Fabiola 2: Fabi, Fafa, Biola, Yola
Faustin 1: Titin, Fafa, Tintin
Fleurette 1: Fleur, Rerette
Florence 1: Flo, Floflo
Fortilus 1: Forti, Tilus
François 2: Fanfan, Soiso, Franswa
Frantz 2: Fanfan, Franco
Fritz 2: Friko, Fifi
Fritzner 1: Fritz, Nerner
Gérard 2: Gégé, Gégène, Gera
Ghislaine 1: Gigi, Ghis, Lala
Gladys 2: Glagla, Gigi
Guerda 2: Gégé, Guer
Guerline 1: Gégé, Line, Guer
Guerlande 1: Landa, Gégé
Ismaïla 1: Isma
Islande 1: Landa, Iland
Jacques 2: Jako, Jacquot, Jackot
Jean 4: Tijan, Jano, Jeannot, Janjan, Janot
Jean Baptiste 2: Batis, Titis, Jeanbatis
Jean Claude 2: Jeanclo, Janclo
Jean Marie 1: Jeanma, Janmari
Jean Pierre 2: Jeanpi, Janpyè, Jepi
Jean Robert 1: Janbob, Jeanrobé
Joseph 3: Jojo, Zozo, Jozo, Jos, Sèf
Josette 1: Jojo, Zézette, Sette
Junior 3: Juni, Juju, Yuni
Kettly 1: Kéké, Ket, Ketou
Lovelie 1: Love, Lolo, Lili
Louis 3: Loulou, Tilou, Louison
Louise 1: Loulou, Wiwiz
Lucien 1: Lulu, Lucho, Loulou
Lucienne 1: Lulu, Sisienne
Luckner 2: Luck, Lulu, Néné
Magalie 1: Maga, Gali, Mamag
Marckenson 1: Marc, Kenson, Ken
Margareth 2: Maggy, Magui, Reth
Marie 4: Mimi, Mari, Mamie, Mawi, Maricie
Marie Ange 1: Manzè, Mange, Mariange
Marie Claire 1: Mariclè
Marie Lourdes 1: Malou, Milou, Malourdes
Marie Thérèse 1: Maté, Maritès
Marjorie 1: Marjo, Jojo, Jori
Marlène 2: Malou, Léna, Maleine
Michaël 2: Mika, Mike, Mickey, Kaël
Micheline 1: Mimiche, Line, Michou
Michel 2: Michou, Mimiche, Mich
Mirlande 3: Mimi, Landa, Mirla, Mimirla
Myriam 1: Mimi, Myri, Mimiam
Myrlène 1: Mimi, Lélène, Myrlo
Nadège 2: Nana, Nadé, Dédège
Nadine 2: Nana, Dine, Dédine, Nadi
Natacha 2: Nana, Tacha 0.1, Nata
Nerlande 1: Landa, Néné, Nerla
Odette 1: Dédette, Odé, Dette
Osner 1: Nerner, Oso
Paul 3: Popo, Polo 0.02, Tipol
Philomène 1: Mémène, Philo, Mène
Pierre 3: Pipo, Pyero, Pierrot, Tipyè
Ralph 2: Rafi 0.02, Raphy, Wawaf
Renel 1: Nel, Nènèl
Robenson 2: Roben, Benson, Robens, Bob
Robert 3: Bob, Bobby, Roro, Rob, Wobè
Roberta 1: Berta 0.05, Robe, Beta
Rodrigue 1: Rodri, Rigue, Woro
Ronel 1: Nel, Roro
Roseline 2: Rose, Roro, Line, Zélie
Rosemène 1: Rose, Mémène
Rose 3: Rosie, Roro, Wozi, Rozi
Rosélaure 1: Rose, Lolo
Samson 1: Sam, Sonson
Sherline 1: Line, Cher, Shéshé
Solange 1: Sosso, Soso, Lange
Sonel 1: Nel, Sonson
Stanley 2: Stan, Stanly
Suze 1: Zuzu, Suzie, Susu
Sylvain 1: Sisi, Vava, Silvain
Thérèse 1: Tétèz, Tété, Tèz
Venel 1: Nel, Vévé
Wesner 1: Wes, Nerner
Widline 2: Wid, Line, Widi, Didine
Wideline 1: Wid, Line
Wilfrid 2: Wil, Frid, Fefe, Fred
Wilner 2: Wil, Nerner, Willy
Wisly 1: Wis, Wiwi
Woodley 2: Wood, Woody
Yolette 1: Yoyo, Lélette, Yoyette
Yvrose 1: Rose, Yvi, Vovoz
Crisanta 1: Cris, Santa, Chanta
Dionisia 1: Nicha, Dioni, Nisia
Eusebia 1: Cheba, Sebia, Chebita
Justa 1: Justita, Tita
Petronilo 1: Nilo, Petro, Tilo
Santa 2: Santita, Chanta, Chantita
Secundina 1: Cunda, Secu, Dina
Sixta 1: Chita, Sixtita
Tomasina 1: Masina, Toma
Balam 1: Bal, Balancito
Canek 1: Cane, Caneco
Itzel 2: Itzi, Itzelita, Itzelcita
Ixchel 2: Ixchi, Chel, Ixchelita
Ixmucané 1: Mucané, Ixmu
Nicté 1: Nic, Nicti, Nictecita
Tecún 1: Tec, Tecuncito
Yaxkin 1: Yax, Yaxi
Zacnité 1: Zac, Nité
`;

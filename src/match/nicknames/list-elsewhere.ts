/**
 * Names of Haiti, of the Garífuna coast and of Maya peoples, with their nicknames; the form of a line is in
 * docs/nicknames.md. What Maya languages have made of Spanish names are other forms, not nicknames: `list-variants.ts`.
 */
export const ELSEWHERE = `
Antoinette 2: Toinette, Nette, Toutou
Auguste 1: Gugus, Guste
Augustin 1: Titin, Gustin, Tintin
Bernadette 2: Dédette, Nadette, Berna, Dette
Célestin 1: Titin, Célès, Tintin
Claire 1: Clairette, Kéké
Claude 1: Clo, Coco, Claudi, Cloclo
Claudette 2: Dédette, Claudi, Dette
Daphné 1: Daf
Dieudonné 2: Donné, Dodo, Dieu
Dieula 1: Lala
Edwidge 1: Vivi, Edi
Emmanuel 3: Mano, Manno, Manu, Mannou, Emma 0.05, Mani
Evens 2: Vens
Fabienne 2: Fafa, Fabi, Fabie
Fabiola 2: Fabi, Fafa, Yola
Faustin 1: Titin, Fafa, Tintin
Fleurette 1: Fleur
Florence 1: Flo
François 2: Fanfan, Franswa
Frantz 2: Fanfan, Franco
Fritz 2: Fifi
Fritzner 1: Fritz
Gérard 2: Gégé, Gégène, Gera
Ghislaine 1: Gigi, Ghis, Lala
Gladys 2: Gigi
Guerda 2: Gégé, Guer
Guerline 1: Gégé, Line, Guer
Guerlande 1: Landa, Gégé
Ismaïla 1: Isma
Islande 1: Landa
Jacques 2: Jako, Jacquot, Jackot
Jean 4: Tijan, Jano, Jeannot, Janjan, Janot
Jean Baptiste 2: Batis, Titis, Jeanbatis
Jean Claude 2: Jeanclo, Janclo
Jean Marie 1: Jeanma, Janmari
Jean Pierre 2: Jeanpi, Janpyè, Jepi
Jean Robert 1: Janbob, Jeanrobé
Joseph 3: Jojo, Zozo, Jos
Josette 1: Jojo
Junior 3: Juni, Juju, Yuni
Kettly 1: Kéké
Lovelie 1: Love, Lolo, Lili
Louis 3: Loulou, Tilou, Louison
Louise 1: Loulou
Lucien 1: Lulu, Lucho, Loulou
Lucienne 1: Lulu
Luckner 2: Luck, Lulu, Néné
Magalie 1: Maga
Marckenson 1: Marc, Ken
Margareth 2: Maggy, Magui
Marie 4: Mimi, Mari, Mamie
Marie Ange 1: Manzè, Mange, Mariange
Marie Claire 1: Mariclè
Marie Lourdes 1: Malou, Milou, Malourdes
Marie Thérèse 1: Maté, Maritès
Marjorie 1: Marjo, Jojo
Marlène 2: Malou, Léna
Michaël 2: Mika, Mike, Mickey
Micheline 1: Mimiche, Line, Michou
Michel 2: Michou, Mimiche, Mich
Mirlande 3: Mimi, Landa, Mirla
Myriam 1: Mimi, Myri
Myrlène 1: Mimi, Myrlo
Nadège 2: Nana, Nadé
Nadine 2: Nana, Dine, Nadi
Natacha 2: Nana, Tacha 0.1, Nata
Nerlande 1: Landa, Néné, Nerla
Odette 1: Dédette, Odé, Dette
Paul 3: Popo, Polo 0.02, Tipol
Philomène 1: Philo
Pierre 3: Pipo, Pyero, Pierrot, Tipyè
Ralph 2: Rafi 0.02
Renel 1: Nel
Robenson 2: Roben, Robens, Bob
Robert 3: Bob, Bobby, Roro, Rob
Roberta 1: Berta 0.05, Robe, Beta
Rodrigue 1: Rodri
Ronel 1: Nel, Roro
Roseline 2: Rose, Roro, Line
Rosemène 1: Rose
Rose 3: Rosie, Roro, Rozi
Rosélaure 1: Rose, Lolo
Samson 1: Sam, Sonson
Sherline 1: Line
Solange 1: Soso
Sonel 1: Nel, Sonson
Stanley 2: Stan, Stanly
Suze 1: Zuzu, Suzie, Susu
Sylvain 1: Sisi, Silvain
Thérèse 1: Tétèz, Tété, Tèz
Venel 1: Nel
Wesner 1: Wes
Widline 2: Wid, Line, Widi
Wideline 1: Wid, Line
Wilfrid 2: Wil, Fefe, Fred
Wilner 2: Wil, Willy
Wisly 1: Wis
Woodley 2: Wood, Woody
Yolette 1: Yoyo
Yvrose 1: Rose, Yvi
Crisanta 1: Cris, Santa, Chanta
Dionisia 1: Nicha, Dioni, Nisia
Eusebia 1: Cheba, Sebia, Chebita
Justa 1: Justita, Tita
Petronilo 1: Nilo, Petro, Tilo
Santa 2: Santita, Chanta, Chantita
Secundina 1: Cunda, Secu, Dina
Sixta 1: Chita, Sixtita
Tomasina 1: Masina, Toma
Itzel 2: Itzi, Itzelcita
Ixchel 2: Ixchi, Chel, Ixchelita
`;

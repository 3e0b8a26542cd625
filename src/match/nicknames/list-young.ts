/** Names that came in since about 1980, many from English and from television; the form of a line is in docs/nicknames.md. */
export const YOUNG = `
Abner 2: Abnercito, Nercito
Aldair 2: Alda, Aldaircito
Alison 3: Ali, Alisoncita, Aly, Sony
Anderson 3: Ander, Andercito, Andy
Angie 2: Angi 0.1, Angiecita
Ariana 2: Ari, Nana, Arianita
Ariel 3: Ari, Arielito, Arielillo
Ashley 3: Ash, Ashly, Ashlita
Axel 3: Axelito, Axi
Bayron 3: Bay, Bayroncito
Bessy 3: Bes, Bessita, Besi
Bianca 1: Bian, Bianquita
Brayan 4: Bray, Brayancito, Brayanito, Yan
Brittany 2: Brit, Briti, Britanita
Byron 2: Byroncito
Celeste 2: Cele, Celestita, Celes
Cindy 3: Cin, Cindita, Sindi
Cinthia 3: Cin, Cintita, Cinti, Chintia
Danilo 3: Dani, Nilo, Danilito
Darwin 3: Dar, Darwincito, Win
Dayana 3: Daya, Day, Dayanita, Yana
Deisy 3: Dei, Deisita, Day
Denis 3: Den, Deniscito, Denisito
Dennis 3: Den, Deni, Dennisito
Derek 1: Dere, Derekcito
Dilcia 2: Dil, Dilcita, Dilchi
Dina 2: Dinita, Didi
Dixon 2: Dix, Dixoncito
Doris 3: Dori, Dorisita
Douglas 3: Doug, Doglas
Dunia 3: Dunita, Duni
Dylan 3: Dyl, Dylancito
Edvin 2: Ed, Edvincito, Vin
Edwin 4: Ed, Eddy, Edwincito, Win, Güin
Eimy 2: Eimi 0.2, Eimita
Elder 2: Eldercito
Elmer 3: Elmercito, Mel, Mercito
Elvin 3: Elvincito, Vin
Elvis 3: Elvisito, Vis
Emely 3: Eme, Emy, Emelita, Mely
Emerson 2: Emer, Emersoncito
Erick 4: Eri, Ericito, Riki
Erika 4: Eri, Erikita, Keka
Esmeralda 3: Esme, Meralda, Esmeraldita, Lalda
Estiven 2: Esti, Estivencito
Evelin 3: Eve, Evelincita, Evi
Fátima 3: Fati, Fatimita, Fátis
Franklin 3: Frank, Franklincito, Lin
Fredy 3: Fredito, Fred
Gerson 3: Ger, Gersoncito
Gisela 2: Gise, Chela, Giselita, Sela
Gissel 3: Gis, Gise, Gisselita
Grecia 2: Gre, Grecita
Greisy 2: Grei, Greisita
Griselda 2: Gris, Zelda, Chela, Griseldita
Hamilton 1: Jamil, Hami
Harold 2: Haro, Haroldito, Jaro
Heidi 3: Heidita, Jeidi
Helen 3: Hele, Helencita, Nena 0.02
Henry 4: Henrito, Henricito, Quique 0.02
Hillary 2: Hila, Lari
Ingrid 3: Ingri, Ingridita, Inga, Ingris
Ismar 1: Isma
Jackson 1: Jack, Jac, Jacksoncito
Jafet 2: Jafe, Jafetito
Jared 2: Jare, Jarecito
Jasmín 3: Jas, Min, Jasmincita, Mini
Jefferson 4: Jeff, Jeffer, Jefercito, Yefri, Jeferito
Jennifer 4: Jenny, Jeni, Jen, Yeni, Yenny, Jenifita, Fer 0.05
Jeremy 2: Jere, Jeremito
Jerson 3: Jer, Jersoncito
Jessica 4: Jessy, Jesy, Jessi, Yesi, Yessy, Jesica, Sica, Jess
Jimmy 3: Jim, Jimito
Jocelyn 3: Joce, Jos, Yoselin, Jocelincita, Celin
Johana 4: Joha, Johanita, Yoha, Hana, Jo
Jonathan 4: Jona, Jonny, Yona, Jhony, Natán, Johnny, Nathan
Jordan 2: Jor, Jordancito
Karen 4: Kari, Karencita, Kare, Karenita
Katherine 4: Kathy, Katy, Kati, Cati, Kathe, Kate, Kat, Catherine
Keila 3: Kei, Keilita
Keilin 2: Kei, Keilincita, Kely
Keily 3: Kei, Keilita
Kelvin 3: Kel, Kelvincito, Vin
Kenia 3: Keni, Kenita, Ken
Kenneth 3: Ken, Kenny, Keni
Kevin 5: Kev, Kevincito, Kevi, Kevinito
Kimberly 4: Kim, Kimi, Kimber, Kimbercita, Kimy
Leidy 3: Lei, Leidita
Lesbia 2: Lesbi, Lesbita
Lesly 3: Lesi, Leslita
Lester 2: Les, Lestercito
Lindolfo 1: Lindo, Fito
Lizeth 3: Liz, Lizi, Lizethcita, Lizita
Maicol 3: Mai, Maicolcito, Mike, Maic
Marvin 4: Marvi, Marvincito, Vin
Mayra 4: May, Mayrita, Mayi, Maya
Meiby 1: Mei, Meibita
Melany 2: Mel, Mela, Melanita, Meli
Melissa 3: Meli, Mel, Meliscita, Lissa, Melisita
Michelle 3: Mich, Michi, Mishi, Michelita, Chelle, Shel
Milton 3: Miltoncito
Mirza 2: Mirzita, Mir
Nahomy 3: Nao, Nahomita
Nahún 2: Naún, Nahuncito
Nataly 2: Nati, Naty, Natalita, Tali
Neptalí 2: Talí, Nepta, Nefta
Nery 3: Nerito
Nicole 3: Nico, Nicky, Nicolita, Niki
Nohelia 2: Nohe, Noe 0.05, Nohelita
Nolvia 2: Nolvi, Nolvita
Norman 2: Normancito, Nor, Mani
Odalis 2: Oda, Dalis, Odalisita
Olman 2: Olmancito, Man
Olvin 3: Olvincito, Vin
Orbelina 1: Lina, Orbe, Belina
Osman 3: Osmancito, Mani
Pamela 2: Pam, Pame, Pamelita, Mela
Abigaíl 3: Abi, Gail, Abigaicita, Aby
Ronal 3: Ron, Ronalito, Ronny
Ronald 3: Ron, Ronny, Roni, Ronaldito
Ronaldo 2: Naldo, Ron, Roni, Ronny
Rony 3: Ronito, Ron
Roxsana 1: Roxi, Sana, Roxy
Ruby 2: Rubita, Rubicita
Sayda 3: Saydita, Say
Selvin 3: Sel, Selvincito, Vin
Sheyla 3: Shey, Sheylita, Chey
Shirley 3: Shir, Shirlita, Chirli
Stefany 3: Stef, Fany, Tefi, Estefi, Fanny, Tefa
Stephanie 3: Steph, Fanny, Tefi, Stef, Fani, Tefa
Steven 2: Steve, Stevencito, Tiven
Suyapa 3: Suya, Suyapita, Yapa, Yapita, Su
Tania 3: Tani, Tanita
Tony 2: Toncito, Tonito
Vivian 2: Vivi, Viviancita
Walter 4: Wal, Waltercito, Güicho, Wally
Wilber 3: Wil, Wilbercito, Willy
Wilder 2: Wil, Wildercito, Willy
William 4: Will, Willy, Wili, Bill, Billy, Memo 0.03
Wilmer 4: Wil, Wilmercito, Willy, Güil
Wilson 3: Wil, Wilsoncito, Willy, Güicho
Yadira 3: Yadi, Dira, Yadirita, Yady
Yahaira 2: Yaha, Yari, Yayi
Yajaira 3: Yaja, Yayi, Jaira, Yajairita
Yaneth 3: Yane, Yanet 0.2, Yani, Yanecita, Yanetita
Yasmín 3: Yas, Yasmincita, Mini, Min
Yesenia 4: Yesi, Yeseñita, Yesy, Senia, Yese, Yeni, Yeseni, Yessy
Yessica 2: Yesi, Yessi, Yesy
Yobany 3: Yoba, Yobanito, Yova
Yohana 3: Yoha, Yohanita, Hana
Yuri 2: Yurito, Yurita
Yuridia 1: Yuri, Ridia, Yuridita
`;

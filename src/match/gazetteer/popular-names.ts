/**
 * What people call larger towns besides their names: short forms, letters, other languages. Country, department and
 * name as in the data of places, then what people say. Forms that follow from the name itself (its first words, or
 * without "Ciudad") are not here.
 */

/** `code` is the country and GeoNames' code of the department. */
export interface PopularName {
  readonly code: string;
  readonly town: string;
  readonly called: readonly string[];
}

const TABLE = `
MX01 Aguascalientes: Ags
MX02 Tijuana: TJ, Tijuas
MX02 Rosarito: Playas de Rosarito
MX05 Tuxtla Gutiérrez: Tuxtla
MX05 San Cristóbal de las Casas: San Cristóbal, Sancris, San Cris, Jovel
MX05 Tapachula: Tapachula de Córdova y Ordóñez
MX05 Ciudad Hidalgo: Suchiate
MX05 Comalapa: Frontera Comalapa
MX06 Juárez: Juaritos, CD Juárez, Ciudad Juárez
MX09 Ciudad de México: México, CDMX, DF, Distrito Federal, México DF, Mexico City, Capital de México
MX09 Gustavo Adolfo Madero: GAM, Gustavo A Madero
MX10 Victoria de Durango: Durango
MX11 León de los Aldama: León, León Guanajuato
MX12 Acapulco de Juárez: Acapulco
MX14 Guadalajara: GDL, Guanatos
MX14 Tlaquepaque: San Pedro Tlaquepaque
MX15 Ciudad Nezahualcoyotl: Neza, Nezahualcóyotl
MX15 Ecatepec de Morelos: Ecatepec
MX15 Texcoco de Mora: Texcoco
MX19 Monterrey: MTY
MX20 Oaxaca: Oaxaca de Juárez
MX20 Juchitán de Zaragoza: Juchitán
MX20 Ixtepec: Ciudad Ixtepec
MX21 Puebla: Puebla de Zaragoza, Heroica Puebla
MX22 Santiago de Querétaro: Querétaro
MX24 San Luis Potosí: SLP
MX25 Culiacán: Culiacán Rosales
MX26 San Luis Río Colorado: SLRC
MX27 Tenosique: Tenosique de Pino Suárez
MX28 Heroica Matamoros: Matamoros
MX30 Xalapa de Enríquez: Xalapa, Jalapa
MX30 Veracruz: Puerto de Veracruz
MX30 Túxpam de Rodríguez Cano: Tuxpan
MX32 Jerez de García Salinas: Jerez
GT07 Ciudad de Guatemala: Guate, Guatemala, Guatemala City, Ciudad Guatemala, Nueva Guatemala de la Asunción, Capital de Guatemala
GT08 Huehuetenango: Huehue
GT08 Santa Cruz Barillas: Barillas
GT13 Quetzaltenango: Xela, Xelajú, Shela
GT14 Santa Cruz del Quiché: Quiché, El Quiché
GT14 Chichicastenango: Chichi, Santo Tomás Chichicastenango
GT15 Retalhuleu: Reu
GT16 Antigua Guatemala: Antigua, La Antigua
GT21 Totonicapán: Toto
GT20 Mazatenango: Mazate
GT09 Lívingston: Labuga
GT12 Flores: Ciudad Flores
HN06 San Pedro Sula: San Pedro, SPS
HN08 Tegucigalpa: Tegus, Tegu, Teguz, TGU, Comayagüela, Distrito Central
HN05 Copán Ruinas: Copán
HN14 Nueva Ocotepeque: Ocotepeque
SV10 San Salvador: Sansal
SV05 Santa Tecla: Nueva San Salvador
PA08 Ciudad de Panamá: Panamá, Panamá City, Panama City
CU02 La Habana: Habana
HT11 Port-au-Prince: PAP, Pòtoprens, Potoprens, Puerto Príncipe
HT11 Pétionville: Petyonvil, Petionvil
HT11 Croix-des-Bouquets: Kwadèboukè, Kwadebouke
HT11 Carrefour: Kafou
HT11 Delmas: Dèlma
HT11 Léogâne: Leyogàn
HT11 Petit-Goâve: Ti Gwav
HT09 Cap-Haïtien: Okap, Le Cap, Cabo Haitiano, O Kap, Kap Ayisyen
HT06 Gonaïves: Gonayiv, Les Gonaïves
HT06 Saint-Marc: Sen Mak
HT06 Verrettes: Vèrèt
HT06 Dessalines: Desalin
HT06 Gros Morne: Gwo Mòn
HT13 Jacmel: Jakmèl
HT12 Les Cayes: Okay, Aux Cayes, Cayes, Los Cayos
HT12 Aquin: Aken
HT14 Jérémie: Jeremi
HT15 Miragoâne: Miragwàn
HT07 Hinche: Ench
HT07 Mirebalais: Mibalè
HT07 Lascahobas: Laskawobas
HT10 Ouanaminthe: Wanament, Juana Méndez
HT10 Fort Liberté: Fò Libète
HT03 Port-de-Paix: Pòdepè
DO34 Santo Domingo: Santo Domingo de Guzmán
DO25 Santiago de los Caballeros: Santiago
DO10 Salvaleón de Higüey: Higüey
VE25 Caracas: CCS
VE06 Ciudad Guayana: Puerto Ordaz, San Félix
CO34 Bogotá: Santafé de Bogotá
CO21 Cúcuta: San José de Cúcuta
CO35 Cartagena: Cartagena de Indias
EC26 Santo Domingo de los Colorados: Santo Domingo de los Tsáchilas
`;

function rowOf(line: string): PopularName {
  const [place = "", called = ""] = line.split(": ");
  return { code: place.slice(0, 4), town: place.slice(5), called: called.split(", ") };
}

export const POPULAR_NAMES: readonly PopularName[] = TABLE.trim().split("\n").map(rowOf);

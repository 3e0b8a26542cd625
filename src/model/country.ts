/**
 * Countries as people name them, to ISO 3166-1 alpha-2: names in Spanish, English and, for the
 * countries of the route, French, Portuguese, Haitian Creole, demonyms and the words used on the
 * road (catracho, chapín). A fixed table, so that every device reads a list the same way.
 */
import { bad, ok, type Read } from "./read.ts";
import { foldedWords } from "./text.ts";

/** ISO 3166-1 alpha-2, upper case. */
export type Country = string;

const CODES =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
  "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
  "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
  "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT " +
  "MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
  "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
  "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/** Code, then the names that mean it. A name with `o/a` at its end stands for both forms. */
const NAMES = `
MX: MEX, Mexico, Mexique, Meksik, Estados Unidos Mexicanos, mexicano/a, mexican, mexicain, mexicaine
GT: GTM, Guatemala, Gwatemala, guatemalteco/a, guatemalan, chapin, chapina
HN: HND, Honduras, Ondiras, hondureño/a, honduran, catracho/a
SV: SLV, El Salvador, Salvador, Salvado, salvadoreño/a, salvadoran, salvadorean, guanaco/a
NI: NIC, Nicaragua, Nikaragwa, nicaragüense, nicaraguan, nica, pinolero/a
CR: CRI, Costa Rica, Kosta Rika, costarricense, costa rican, tico/a
PA: PAN, Panama, Panamá, panameño/a, panamanian
BZ: BLZ, Belice, Belize, beliceño/a, belizean
HT: HTI, Haiti, Haití, Ayiti, haitiano/a, haitian, haitien, haitienne, ayisyen
CU: CUB, Cuba, Kiba, cubano/a, cuban
DO: DOM, República Dominicana, Dominican Republic, République dominicaine, Dominikani, Santo Domingo, Rep Dominicana, RD, dominicano/a, dominican
JM: JAM, Jamaica, Jamaïque, jamaicano/a, jamaiquino/a, jamaican
PR: PRI, Puerto Rico, puertorriqueño/a, puerto rican, boricua
TT: TTO, Trinidad y Tobago, Trinidad and Tobago, Trinidad, trinitense
BS: BHS, Bahamas, Las Bahamas, The Bahamas
BB: BRB, Barbados
AG: Antigua y Barbuda, Antigua and Barbuda
DM: Dominica
GD: Granada, Grenada
GP: Guadalupe, Guadeloupe
MQ: Martinica, Martinique
KN: San Cristóbal y Nieves, Saint Kitts and Nevis
LC: Santa Lucía, Saint Lucia, St Lucia
VC: San Vicente y las Granadinas, Saint Vincent and the Grenadines
AW: Aruba
CW: Curazao, Curaçao
KY: Islas Caimán, Cayman Islands
TC: Islas Turcas y Caicos, Turks and Caicos, Turks and Caicos Islands
VI: Islas Vírgenes de Estados Unidos, US Virgin Islands
VG: Islas Vírgenes Británicas, British Virgin Islands
BM: Bermudas, Bermuda
VE: VEN, Venezuela, Venezwela, República Bolivariana de Venezuela, venezolano/a, venezuelan
CO: COL, Colombia, Colombie, Kolonbi, colombiano/a, colombian
EC: ECU, Ecuador, Équateur, Ekwate, ecuatoriano/a, ecuadorian
PE: PER, Perú, Peru, Pérou, peruano/a, peruvian
BO: BOL, Bolivia, Bolivie, Estado Plurinacional de Bolivia, boliviano/a, bolivian
BR: BRA, Brasil, Brazil, Brésil, Brezil, brasileño/a, brasileiro/a, brazilian
CL: CHL, Chile, Chili, chileno/a, chilean
AR: ARG, Argentina, Argentine, argentino/a, argentinian
UY: URY, Uruguay, uruguayo/a, uruguayan
PY: PRY, Paraguay, paraguayo/a, paraguayan
GY: GUY, Guyana, guyanés, guyanese
SR: SUR, Surinam, Suriname
GF: Guayana Francesa, French Guiana, Guyane
US: USA, Estados Unidos, Estados Unidos de América, United States, United States of America, EEUU, EE UU, EUA, E U A, U S A, États-Unis, Etazini, estadounidense, americano/a, american
CA: CAN, Canadá, Canada, canadiense, canadian
ES: ESP, España, Spain, Espagne, español, española, spanish
PT: PRT, Portugal, portugués, portuguesa, portuguese
FR: FRA, Francia, France, Frans, francés, francesa, french
IT: ITA, Italia, Italy, italiano/a, italian
DE: DEU, Alemania, Germany, alemán, alemana, german
GB: GBR, Reino Unido, United Kingdom, Gran Bretaña, Great Britain, Inglaterra, England, UK, británico/a, british
IE: Irlanda, Ireland
NL: Países Bajos, Netherlands, Holanda
BE: Bélgica, Belgium
CH: Suiza, Switzerland
AT: Austria
PL: Polonia, Poland
RO: Rumania, Rumanía, Romania
GR: Grecia, Greece
RU: RUS, Rusia, Russia, ruso/a, russian
UA: UKR, Ucrania, Ukraine, ucraniano/a, ukrainian
GE: Georgia
AM: Armenia
AZ: Azerbaiyán, Azerbaijan
TR: TUR, Turquía, Turkey, Türkiye, turco/a, turkish
UZ: Uzbekistán, Uzbekistan
TJ: Tayikistán, Tajikistan
KG: Kirguistán, Kyrgyzstan
KZ: Kazajistán, Kazakhstan
AF: AFG, Afganistán, Afghanistan, afgano/a, afghan
IR: IRN, Irán, Iran, iraní, iranian
IQ: IRQ, Irak, Iraq, iraquí, iraqi
SY: SYR, Siria, Syria, sirio/a, syrian
YE: Yemen
LB: Líbano, Lebanon
PS: Palestina, Palestine
IL: Israel
JO: Jordania, Jordan
PK: PAK, Pakistán, Pakistan, pakistaní, pakistani
IN: IND, India, indio/a, hindú, indian
BD: BGD, Bangladesh, Bangladés, bangladesí, bangladeshi
NP: NPL, Nepal, nepalí, nepalese, nepali
LK: LKA, Sri Lanka
CN: CHN, China, chino/a, chinese
VN: VNM, Vietnam, Viet Nam, vietnamita, vietnamese
PH: PHL, Filipinas, Philippines, filipino/a
KR: Corea del Sur, South Korea
KP: Corea del Norte, North Korea
JP: Japón, Japan
MM: Myanmar, Birmania, Burma
MA: MAR, Marruecos, Morocco, marroquí, moroccan
DZ: Argelia, Algeria
TN: Túnez, Tunisia
EG: EGY, Egipto, Egypt, egipcio/a, egyptian
SD: SDN, Sudán, Sudan, sudanés, sudanese
SS: Sudán del Sur, South Sudan
ER: ERI, Eritrea, eritreo/a, eritrean
ET: ETH, Etiopía, Ethiopia, etíope, ethiopian
SO: SOM, Somalia, somalí, somali
KE: Kenia, Kenya
UG: Uganda
RW: Ruanda, Rwanda
BI: Burundi
TZ: Tanzania
CM: CMR, Camerún, Cameroon, Cameroun, camerunés, camerunesa, cameroonian
NG: NGA, Nigeria, nigeriano/a, nigerian
GH: GHA, Ghana, ghanés, ghanesa, ghanaian
SN: SEN, Senegal, Sénégal, senegalés, senegalesa, senegalese
GM: Gambia, The Gambia
GN: GIN, Guinea, Guinée, Guinea Conakry, guineano/a, guinean
GW: Guinea-Bisáu, Guinea-Bissau
GQ: Guinea Ecuatorial, Equatorial Guinea
SL: SLE, Sierra Leona, Sierra Leone
LR: Liberia
CI: CIV, Costa de Marfil, Ivory Coast, Côte d'Ivoire
TG: Togo
BJ: Benín, Benin
BF: BFA, Burkina Faso, Burkina
ML: MLI, Malí, Mali
NE: Níger, Niger
MR: MRT, Mauritania, Mauritanie, mauritano/a, mauritanian
CV: Cabo Verde, Cape Verde
TD: Chad
CF: República Centroafricana, Central African Republic
CG: República del Congo, Republic of the Congo, Congo Brazzaville
CD: COD, República Democrática del Congo, Democratic Republic of the Congo, RDC, DRC, RD Congo, DR Congo, Congo Kinshasa
GA: Gabón, Gabon
AO: AGO, Angola, angoleño/a, angolano/a, angolan
ZM: Zambia
ZW: Zimbabue, Zimbabwe
MZ: Mozambique
ZA: Sudáfrica, South Africa
AU: Australia
`;

const nameKey = (name: string): string => foldedWords(name).join(" ");

const bothForms = (name: string): readonly string[] =>
  name.endsWith("o/a") ? [name.slice(0, -2), `${name.slice(0, -3)}a`] : [name];

const codes: ReadonlySet<string> = new Set(CODES.split(" "));
const byName: ReadonlyMap<string, Country> = new Map(
  NAMES.trim()
    .split("\n")
    .flatMap((line) => {
      const [code = "", names = ""] = line.split(": ");
      return names
        .split(", ")
        .flatMap((name) => bothForms(name).map((form) => [nameKey(form), code] as const));
    }),
);

/** The alpha-2 code of a country named by code or by a common name; null when not known. */
export function parseCountry(text: string): Country | null {
  const key = nameKey(text);
  const code = key.toUpperCase();
  return byName.get(key) ?? (codes.has(code) ? code : null);
}

/** Reads a country; one that is not known is refused rather than stored as text. */
export function readCountry(input: unknown): Read<Country> {
  if (typeof input !== "string") return bad("wrong-type");
  const country = parseCountry(input);
  return country === null ? bad("unknown-country") : ok(country);
}

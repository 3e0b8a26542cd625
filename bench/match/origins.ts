/**
 * Where people come from: how many, with which names, from which departments. Surname lists are common ones, most
 * frequent first, of languages that no open table counts; they are for inventing people, not for matching them.
 */
import type { Origin } from "./person.ts";

const words = (text: string): readonly string[] => text.split(" ").map((word) => word.replaceAll("_", " "));

export interface OriginPlan {
  readonly origin: Origin;
  /** How many of the people, as parts of the whole. */
  readonly share: number;
  readonly country: string;
  /** GeoNames' codes; empty: anywhere in the country. */
  readonly departments: readonly string[];
  /** Its own surnames, most frequent first; empty: only those of the country. */
  readonly surnames: readonly string[];
  /** How many of its surnames are its own, where it has some. */
  readonly ownSurnames: number;
  /** Given names of its own, for her and for him, and how many have one. */
  readonly givenNames: Readonly<Record<"f" | "m", readonly string[]>> | null;
  readonly ownGivenNames: number;
  /** Towns, where the gazetteer has none of the country. */
  readonly towns: readonly string[];
  /** Father's and mother's, or the father's alone. */
  readonly surnameCount: 1 | 2;
}

const CENTRAL_AMERICAN = {
  f: words(
    "Yesenia Keily Denia Reina Dunia Suyapa Wendy Karla Heidy Sindy Yolani Nohemí Maritza Xiomara Katerin Lesly " +
      "Glenda Mirna Dilcia Iris Fátima Dayana Génesis Yuri Evelin Jennifer Delmy Floridalma Santa Brenda Ruth Marleny",
  ),
  m: words(
    "Wilmer Kevin Brayan Darwin Elmer Nelson Selvin Olvin Santos Denis Marvin Franklin Edwin Jefferson Osman Nery " +
      "Melvin Byron Elder Wilson Eduar Cristian Erick Josué Isaí Elías Yony Milton Walter Ever Noel Bayron Gerson",
  ),
};

const MAYA_GUATEMALA =
  "Caal Choc Pop Tzul Xol Ixcoy Coc Cucul Chub Tiul Ical Xoc Cac Quej Tot Sis Chen Yat Maquin Ichich Bac Sacul Tut " +
  "Ajú Sajquim Toj Raxón Xuyá Cúmez Tzoc Batz Ixquiac Quiej Tzoy Chitic Us Tum Lux Castro_Tum Ajanel Xiloj Ventura_Us " +
  "Calel Sacalxot Guarchaj Tambriz Tzep Chávez_Tum Bocel Cúmez_Sis Simaj Ajsivinac Sicajá Q'anil Ch'oc Mo' B'otzoc Ba'";
const YUCATEC =
  "Chan Pech Canul May Canché Dzul Uc Poot Chi Ek Tun Cauich Cocom Balam Puc Noh Moo Xool Chuc Kú Pat Couoh Tzab " +
  "Euán Caamal Ucán Cahuich Hau Ceh Kantún Mukul Yam Itzá Tuz Batún Uicab Nahuat Pool Koyoc Tzuc";
const NAHUA =
  "Xochitl Tecuapetla Tlapanco Cuautle Tepetl Xicotencatl Coyotl Tecpa Tlaxcala Quiahua Zempoaltecatl Cuatecontzi " +
  "Tzompantzi Tlacuilo Xolocotzi Ahuatzi Cuapio Tepole Tlatelpa Xochihua Tehuitzil Ixtlapale Coatl Mixcoatl Popoca " +
  "Tecuanhuey Cuamatzi Netzahual Texis Quechol Mazatl Tochihuitl Xique Zitlalpopoca Acoltzi Tzitzihua Ixmatlahua Colohua";
const GARIFUNA =
  "Arzú Ávila Bernárdez Castillo Norales Álvarez Martínez Flores Guity Suazo Arriola Centeno Mejía Lino Batiz Núñez " +
  "Caballero Marín Colón Güity Thomas Zapata Ramírez Solís Sabio Palacios Lambert Velásquez Ellis Fernández Cacho Clother";
const HAITI =
  "Jean Pierre Joseph Charles Louis François Jacques Jean-Baptiste Saint-Louis Baptiste Michel Paul Augustin Antoine " +
  "Étienne Dorvil Désir Exantus Bien-Aimé Pierre-Louis Jean-Louis Estimé Philippe Celestin Innocent Noël Toussaint Dieudonné " +
  "Cadet Lafortune Belizaire Fleurant Merisier Chérubin Ouanga Guerrier Charlot Delva Alcindor Beauvoir Louissaint Saintil";
const AFRICA =
  "Diallo Mbarga Ngo Traoré Diop Ndiaye Nkeng Owusu Mensah Kamga Tchoumi Fofana Camara Ba Sow Mballa Atangana Asante " +
  "Okafor Mohamed Ahmed Abdi Tesfaye Gebremedhin Njoya Fokou Kouamé Koné Touré Cissé Nguema Mbeki Ousmane";

const plan = (over: Partial<OriginPlan> & Pick<OriginPlan, "origin" | "share" | "country">): OriginPlan => ({
  departments: [],
  surnames: [],
  ownSurnames: 0,
  givenNames: CENTRAL_AMERICAN,
  ownGivenNames: 0.25,
  towns: [],
  surnameCount: 2,
  ...over,
});

export const ORIGINS: readonly OriginPlan[] = [
  plan({
    origin: "honduras",
    share: 30,
    country: "HN",
    surnames: words(
      "Hernández López Martínez Rodríguez García Mejía Reyes Flores Cruz Rivera Sánchez Ramos Zelaya Amador Maldonado " +
        "Pineda Paz Alvarado Orellana Cáceres Euceda Murillo Bonilla Romero Aguilar de_la_Cruz",
    ),
    ownSurnames: 0.6,
  }),
  plan({ origin: "guatemala", share: 14, country: "GT" }),
  plan({ origin: "el-salvador", share: 13, country: "SV" }),
  plan({
    origin: "nicaragua",
    share: 6,
    country: "NI",
    surnames: words(
      "López García Martínez Hernández González Pérez Rodríguez Gutiérrez Castillo Mendoza Ruiz Blandón Zeledón Rivas " +
        "Altamirano Chavarría Téllez Rizo Membreño Centeno Montenegro",
    ),
    ownSurnames: 0.6,
  }),
  plan({ origin: "mexico", share: 17, country: "MX", ownGivenNames: 0.1 }),
  plan({
    origin: "maya",
    share: 6,
    country: "GT",
    departments: ["01", "02", "07", "08", "13", "14", "19", "21"],
    surnames: words(MAYA_GUATEMALA),
    ownSurnames: 0.85,
  }),
  plan({
    origin: "yucatan",
    share: 3,
    country: "MX",
    departments: ["31", "04", "23"],
    surnames: words(YUCATEC),
    ownSurnames: 0.85,
    ownGivenNames: 0.1,
  }),
  plan({
    origin: "nahua",
    share: 3,
    country: "MX",
    departments: ["21", "29", "30", "12"],
    surnames: words(NAHUA),
    ownSurnames: 0.8,
    ownGivenNames: 0.1,
  }),
  plan({
    origin: "garifuna",
    share: 3,
    country: "HN",
    departments: ["01", "03", "06"],
    surnames: words(GARIFUNA),
    ownSurnames: 0.95,
  }),
  plan({
    origin: "haiti",
    share: 4,
    country: "HT",
    surnames: words(HAITI),
    ownSurnames: 1,
    givenNames: {
      f: words(
        "Widelene Mirlande Myrlande Islande Lovelie Judeline Angeline Esther Chedeline Rose-Merline Marie Marie-Ange " +
          "Guerline Fabiola Nadège Roseline Wislande Daphnée Dieula Jésula Ketcia Natacha Youseline Mislène",
      ),
      m: words(
        "Stevenson Stanley Samuel Peterson Daniel Wilson Jameson Evens Ricardo Emmanuel Jean Wilner Frantz Jean-Robert " +
          "Ronald Fritzner Kenson Woodly Dieunel Junior Pierre Wesly Jhonny Ouelson",
      ),
    },
    ownGivenNames: 1,
    towns: words(
      "Port-au-Prince Cap-Haïtien Gonaïves Les_Cayes Jacmel Jérémie Saint-Marc Hinche Ouanaminthe Léogâne Petit-Goâve " +
        "Croix-des-Bouquets Carrefour Mirebalais Limbé",
    ),
    surnameCount: 1,
  }),
  plan({
    origin: "africa",
    share: 1,
    country: "CM",
    surnames: words(AFRICA),
    ownSurnames: 1,
    givenNames: {
      f: words(
        "Aminata Fatoumata Mariama Grace Blessing Esther Chantal Aïcha Kadiatou Ngozi Adama Solange Hawa",
      ),
      m: words(
        "Mamadou Ibrahima Ousmane Emmanuel Kofi Kwame Abdoulaye Moussa Cédric Jean-Pierre Amadou Yaya Boubacar",
      ),
    },
    ownGivenNames: 1,
    towns: words("Douala Yaoundé Bamenda Buea Kumba Garoua Bafoussam Limbe"),
    surnameCount: 1,
  }),
];

/** Of a surname, as some are written. */
export const COMPOUND_SURNAMES: readonly string[] = words(
  "de_la_Cruz de_León del_Cid de_la_Rosa de_Jesús de_los_Santos de_la_O Montes_de_Oca Ponce_de_León del_Carmen",
);

export const MARKS: readonly string[] = [
  "tatuaje de rosa en el brazo",
  "tatuaje con el nombre de su hija",
  "cicatriz en la ceja izquierda",
  "diente de oro",
  "lunar en la mejilla",
  "le falta un dedo de la mano izquierda",
  "cicatriz de quemadura en el cuello",
  "tatuaje de cruz en la mano",
  "usa lentes",
  "cojea de la pierna derecha",
  "cicatriz en la frente",
  "tatuaje de estrella en el cuello",
];

/** Words that people are called by and that stand for no name: looks, trade, origin. They tell nothing of the given name. */
import { fold } from "../words/words.ts";

const BYNAMES = `
  Flaco Flaca Flaquito Flaquita Gordo Gorda Gordito Gordita Negro Negra Negrito Negrita Chino China Chinito Chinita
  Chele Canche Canchito Canchita Güero Güera Güerito Güerita Catire Catira Colocho Colocha Colochito Colochita Crespa
  Murruco Murruca Pelón Pelona Peloncito Calva Pelado Pelada Chato Chata Chatito Chatita Ñato Ñata Ñatito Narizón
  Narizona Orejón Orejona Bocón Bocona Trompudo Trompuda Cabezón Cabezona Dientón Dientona Chimuelo Chimuela Cholco
  Cholca Ojón Ojona Tuerto Tuerta Bizco Bizca Turnio Turnia Ciego Ciega Sordo Sorda Mudo Muda Cojo Coja Renco Renca
  Rengo Renga Manco Manca Zurdo Zurda Jorobado Jorobada Tartamudo Enano Enana Chaparro Chaparra Chaparrito Chaparrita
  Petizo Chiquito Chiquita Pequeño Pequeña Grandote Grandota Larga Alta Bajito Bajita Pescuezón Panzón Panzona
  Barrigón Barrigona Barbas Barbón Bigotes Bigotón Greñas Greñudo Trenzas Pecas Pecoso Pecosa Cicatriz Morocho Morocha
  Morenito Morenita Prieta Trigueño Trigueña Cafecito Zambo Zamba Mulato Mulata Indio India Indito Indita Cholo Ladina
  Gringo Gringa Gringuito Gringuita Turca Rusa Catracho Catracha Chapín Chapina Guanaco Guanaca Guanaquito Pinolero
  Tica Panameño Boricua Cubana Haitiano Haitiana Chamaco Chamaca Chavalo Chavala Cipote Cipota Patojo Patoja Güirro
  Güirra Ishto Ishta Bicho Bicha Morro Morra Vato Cuate Compa Primo Prima Tío Tía Abuelo Abuela Viejo Vieja Viejito
  Viejita Nenito Nenita Niño Niña Bebé Muñeca Muñeco Reinita Princesa Macho Machito Macha Machita Gemelo Gemela Cuache
  Cuacha Guacho Guacha Huérfano Loco Loca Loquito Loquita Brava Diablo Diablito Brujo Bruja Hermano Hermana Maestro
  Maestra Profe Profesor Doctor Doctora Licenciado Ingeniero Capitán Sargento Soldado Chafa Jefe Patrón Patrona
  Mecánico Carpintero Albañil Panadera Pescador Chofer Lechero Costurera Músico Marimbero Campesino Ranchero Gato Gata
  Gatito Gatita Perro Perra Perrito Ratón Coneja Mapache Zorro Zorra Tigre Tigra Tigrillo Oso Osito Torito Potro Yegua
  Burro Cabro Patito Gallito Pollo Pollito Zope Zopilote Garrobo Iguana Culebra Sapo Rana Pulga Zancudo Cucaracha
  Araña Pescado Tiburón Camarón Cangrejo Mosca Piojo Mico Chango Changa Cotorra Zanate Pájaro Sombra Fantasma Duende
  Payaso Trueno Rayo Relámpago Cuchillo Palillo Fideo Tamal Frijol Tortilla Baleada Pupusa Banano Chilito Aguacate
  Jocote Café Azúcar Miel Dulce Sonrisas Risas Risitas Llorón Llorona Dormilón Ti Tizo Gwo Nwa Wouj Blan Tigason Tifi
`;

const WORDS: ReadonlySet<string> = new Set(BYNAMES.trim().split(/\s+/u).map(fold));

/**
 * Whether a folded word is what somebody is called for looks, age or trade ("flaco", "chino", "canche"). It may be a
 * nickname too ("macho" of Dámaso): ask `namesOf` first. Words that are common surnames (Moreno, Rubio) are left out.
 */
export const isByname = (word: string): boolean => WORDS.has(word);

/**
 * Departments, states and provinces of the countries along the route: GeoNames' code, the name, and after `/` what
 * else people write for it. A department's id is its position here, and good for one version of the program only.
 */

export interface Department {
  /** GeoNames' code with the country before it, as in the data of places. */
  readonly code: string;
  readonly country: string;
  readonly names: readonly string[];
}

const TABLE = `
MX 01 Aguascalientes/Ags, 02 Baja California/Baja California Norte/BC/BCN, 03 Baja California Sur/BCS, 04 Campeche/Camp
MX 05 Chiapas/Chis, 06 Chihuahua/Chih, 07 Coahuila/Coahuila de Zaragoza/Coah, 08 Colima
MX 09 Ciudad de México/Distrito Federal/DF/CDMX/México DF, 10 Durango/Dgo, 11 Guanajuato/Gto, 12 Guerrero/Gro
MX 13 Hidalgo/Hgo, 14 Jalisco/Jal, 15 Estado de México/Edomex/Edo Mex/Edo de México, 16 Michoacán/Michoacán de Ocampo/Mich
MX 17 Morelos/Mor, 18 Nayarit/Nay, 19 Nuevo León/NL, 20 Oaxaca/Oax, 21 Puebla/Pue, 22 Querétaro/Qro
MX 23 Quintana Roo/Q Roo/Quintanaroo, 24 San Luis Potosí/SLP, 25 Sinaloa, 26 Sonora, 27 Tabasco, 28 Tamaulipas/Tamps
MX 29 Tlaxcala/Tlax, 30 Veracruz/Veracruz de Ignacio de la Llave/Ver, 31 Yucatán/Yuc, 32 Zacatecas/Zac
GT 01 Alta Verapaz/AV, 02 Baja Verapaz/BV, 03 Chimaltenango, 04 Chiquimula, 05 El Progreso, 06 Escuintla, 07 Guatemala
GT 08 Huehuetenango/Huehue, 09 Izabal, 10 Jalapa, 11 Jutiapa, 12 Petén, 13 Quetzaltenango/Xela, 14 Quiché/El Quiché
GT 15 Retalhuleu/Reu, 16 Sacatepéquez, 17 San Marcos, 18 Santa Rosa, 19 Sololá, 20 Suchitepéquez/Suchi
GT 21 Totonicapán/Toto, 22 Zacapa
HN 01 Atlántida, 02 Choluteca, 03 Colón, 04 Comayagua, 05 Copán, 06 Cortés, 07 El Paraíso, 08 Francisco Morazán/FM
HN 09 Gracias a Dios/La Mosquitia/Mosquitia, 10 Intibucá, 11 Islas de la Bahía/Bay Islands, 12 La Paz, 13 Lempira
HN 14 Ocotepeque, 15 Olancho, 16 Santa Bárbara, 17 Valle, 18 Yoro
SV 01 Ahuachapán, 02 Cabañas, 03 Chalatenango, 04 Cuscatlán, 05 La Libertad, 06 La Paz, 07 La Unión, 08 Morazán
SV 09 San Miguel, 10 San Salvador, 11 Santa Ana, 12 San Vicente, 13 Sonsonate, 14 Usulután
NI 01 Boaco, 02 Carazo, 03 Chinandega, 04 Chontales, 05 Estelí, 06 Granada, 07 Jinotega, 08 León, 09 Madriz, 10 Managua
NI 11 Masaya, 12 Matagalpa, 13 Nueva Segovia, 14 Río San Juan, 15 Rivas
NI 17 Costa Caribe Norte/RACCN/RAAN/Atlántico Norte/Región Autónoma Costa Caribe Norte
NI 18 Costa Caribe Sur/RACCS/RAAS/Atlántico Sur/Región Autónoma Costa Caribe Sur
CR 01 Alajuela, 02 Cartago, 03 Guanacaste, 04 Heredia, 06 Limón, 07 Puntarenas, 08 San José
PA 01 Bocas del Toro, 02 Chiriquí, 03 Coclé, 04 Colón, 05 Darién, 06 Herrera, 07 Los Santos, 08 Panamá
PA 09 Guna Yala/Kuna Yala/San Blas, 10 Veraguas, 11 Emberá-Wounaan/Emberá, 12 Ngäbe-Buglé, 13 Panamá Oeste
BZ 01 Belice/Belize, 02 Cayo, 03 Corozal, 04 Orange Walk, 05 Stann Creek, 06 Toledo
CU 01 Pinar del Río, 02 La Habana, 03 Matanzas, 04 Isla de la Juventud, 05 Camagüey, 07 Ciego de Ávila, 08 Cienfuegos
CU 09 Granma, 10 Guantánamo, 12 Holguín, 13 Las Tunas, 14 Sancti Spíritus, 15 Santiago de Cuba, 16 Villa Clara
CU AR Artemisa, MA Mayabeque
HT 03 Nord-Ouest/Nòdwès/Noroeste, 06 Artibonite/Latibonit/Artibonito, 07 Centre/Sant, 09 Nord/Nò
HT 10 Nord-Est/Nòdès/Noreste, 11 Ouest/Lwès/Oeste, 12 Sud/Sid, 13 Sud-Est/Sidès/Sudeste
HT 14 Grand'Anse/Grandans/Grande Anse, 15 Nippes/Nip
DO 01 Azua, 02 Baoruco/Bahoruco, 03 Barahona, 04 Dajabón, 06 Duarte, 08 Espaillat, 09 Independencia, 10 La Altagracia
DO 11 Elías Piña, 12 La Romana, 14 María Trinidad Sánchez, 15 Monte Cristi, 16 Pedernales, 18 Puerto Plata
DO 19 Hermanas Mirabal/Salcedo, 20 Samaná, 21 Sánchez Ramírez, 23 San Juan, 24 San Pedro de Macorís, 25 Santiago
DO 26 Santiago Rodríguez, 27 Valverde, 28 El Seibo, 29 Hato Mayor, 30 La Vega, 31 Monseñor Nouel, 32 Monte Plata
DO 33 San Cristóbal, 34 Distrito Nacional, 35 Peravia, 36 San José de Ocoa, 37 Santo Domingo
VE 01 Amazonas, 02 Anzoátegui, 03 Apure, 04 Aragua, 05 Barinas, 06 Bolívar, 07 Carabobo, 08 Cojedes, 09 Delta Amacuro
VE 11 Falcón, 12 Guárico, 13 Lara, 14 Mérida, 15 Miranda, 16 Monagas, 17 Nueva Esparta/Isla de Margarita, 18 Portuguesa
VE 19 Sucre, 20 Táchira, 21 Trujillo, 22 Yaracuy, 23 Zulia, 25 Distrito Capital, 26 La Guaira/Vargas
CO 01 Amazonas, 02 Antioquia, 03 Arauca, 04 Atlántico, 08 Caquetá, 09 Cauca, 10 Cesar, 11 Chocó, 12 Córdoba
CO 14 Guaviare, 15 Guainía, 16 Huila, 17 La Guajira, 19 Meta, 20 Nariño, 21 Norte de Santander, 22 Putumayo, 23 Quindío
CO 24 Risaralda, 25 San Andrés y Providencia, 26 Santander, 27 Sucre, 28 Tolima, 29 Valle del Cauca, 30 Vaupés
CO 31 Vichada, 32 Casanare, 33 Cundinamarca, 34 Bogotá, 35 Bolívar, 36 Boyacá, 37 Caldas, 38 Magdalena
EC 01 Galápagos, 02 Azuay, 03 Bolívar, 04 Cañar, 05 Carchi, 06 Chimborazo, 07 Cotopaxi, 08 El Oro, 09 Esmeraldas
EC 10 Guayas, 11 Imbabura, 12 Loja, 13 Los Ríos, 14 Manabí, 15 Morona Santiago, 17 Pastaza, 18 Pichincha
EC 19 Tungurahua, 20 Zamora Chinchipe, 22 Sucumbíos, 23 Napo, 24 Orellana, 25 Santa Elena, 26 Santo Domingo de los Tsáchilas
`;

function departmentsOf(line: string): readonly Department[] {
  const country = line.slice(0, 2);
  return line
    .slice(3)
    .split(", ")
    .map((item) => ({ code: country + item.slice(0, 2), country, names: item.slice(3).split("/") }));
}

export const DEPARTMENTS: readonly Department[] = TABLE.trim().split("\n").flatMap(departmentsOf);

/** Spanish: telling a house that could help of somebody whose life is in danger and who cannot be asked. */
export const vital = {
  title: "Su vida corre peligro y no se le puede preguntar",
  lead: (site: string): string =>
    `Solo si no puede contestar (sin conocimiento, sin intérprete, una niña muy pequeña sola) y ${site} puede salvarle la vida. Hacen falta dos personas de la casa, y una coordina o lleva protección. Vale tres días; en cuanto se pueda, pregúntele.`,
  reason: "Qué peligro hay, y por qué no se le puede preguntar",
  claim: "Pedir la palabra de otra persona",
  claimed: "Anotado. Falta la palabra de otra persona de la casa, en su equipo.",
  waiting: "Espera la palabra de otra persona",
  holds: (until: string): string => `Se les puede decir lo necesario hasta: ${until}`,
  by: (person: string, moment: string): string => `Lo pidió ${person}, ${moment}`,
  someone: "alguien de la casa",
  agree: "Estoy de acuerdo",
  agreed: (until: string): string => `De acuerdo. Se les puede decir lo necesario hasta: ${until}`,
  end: "Ya no hace falta",
  ended: "Terminado. Lo que se dijo se retira.",
  none: "Nada de eso está anotado de esta persona.",
  unasked:
    "A alguien de estas personas no se le pudo preguntar: su vida corre peligro. La casa que canaliza lo dice por tres días; pregúntele en cuanto pueda contestar.",
};

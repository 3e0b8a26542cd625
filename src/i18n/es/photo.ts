/** Spanish: a photo of somebody who is sought. */
export const photo = {
  title: "Foto",
  none: "No hay foto.",
  alt: "Foto de la persona que se busca",
  lead: "Solo con permiso de quien busca. Se queda en esta casa; sale solo en un cartel, si la familia lo permite.",
  choose: "Elegir una foto",
  hint: "Una cara que se vea bien. Se guarda chica, y sin el lugar ni la fecha que anota la cámara.",
  keep: "Guardar la foto, con permiso",
  kept: "Foto guardada.",
  takeBack: "Quitar la foto",
  takenBack: "La foto ya no se muestra. Para destruirla, borre la búsqueda para siempre.",
  unreadable: "Ese archivo no se puede abrir como foto. Elija otro.",
  chosen: "Foto elegida: así se guardará",
  drop: "No usar esta foto",
  notKept: "El reporte quedó guardado, la foto no. Guárdela otra vez aquí.",
  onPoster: "Poner la foto en el cartel",
  onPosterHint:
    "Solo si la familia está de acuerdo también con la foto. De una niña, un niño o adolescente, pregunte antes a quien lleva protección.",
  command: "La foto de una persona que se busca: se queda en la casa, con su búsqueda",
  commandKeep:
    "Guarda una foto JPEG con una búsqueda, con permiso de quien busca, en lugar de la que hubiera",
  commandGet: "Escribe en un archivo la foto de una búsqueda",
  commandRemove: "Quita la foto de una búsqueda: ya no se muestra",
  commandReport: "búsqueda de la casa",
  commandJpeg: "archivo JPEG, ya derecho y chico",
  commandFile: "archivo que se escribe",
  written: "La foto quedó escrita. Bórrela cuando ya no haga falta.",
};

/** Spanish: a photo of somebody who is sought. */
export const photo = {
  title: "Foto",
  none: "No hay foto.",
  alt: "Foto de la persona que se busca",
  lead: "Solo con permiso de quien busca. Se queda en esta casa; sale solo en un cartel, si la familia lo permite.",
  choose: "Elegir una foto",
  hint: "Una cara que se vea bien. Se guarda chica, y sin el lugar ni la fecha que anota la cámara.",
  keep: "Guardar la foto",
  kept: "Foto guardada.",
  takeBack: "Quitar la foto",
  takenBack: "La foto ya no se muestra. Para destruirla, borre la búsqueda para siempre.",
  unreadable: "Ese archivo no se puede abrir como foto. Elija otro.",
};

/** Spanish: what is wrong with one field. `{label}` is the field's name. */
export const problems = {
  "not-an-object": "Los datos no tienen la forma de un registro",
  "too-deep": "Los datos tienen demasiados niveles",
  "unknown-field": "«{label}» no es un dato de esta clase de registro",
  required: "Escriba: {label}",
  "wrong-type": "«{label}» no se entiende. Escríbalo de otra forma",
  "too-long": "«{label}» es demasiado largo. Acórtelo",
  "too-many": "«{label}» tiene demasiados renglones. Deje los más útiles",
  "needs-name": "Escriba el nombre o cómo le dicen",
  "contact-in-name": "«{label}» lleva un teléfono, un correo o un enlace. Déjelo solo con el nombre",
  "unknown-sex": "«{label}» no se entiende. Elija mujer, hombre u otra",
  "ambiguous-sex": "«M» puede ser mujer o masculino. Escriba la palabra entera",
  "bad-age": "Escriba la edad como 17, unos 17 o 15-17",
  "bad-date": "Escriba la fecha como 2009, marzo de 2009 o 21/03/2009",
  "bad-time": "Escriba la fecha como 2026, marzo de 2026 o 14/03/2026",
  "unknown-country": "Ese país no se reconoce. Elija uno de la lista",
  "unknown-choice": "«{label}» no es una de las respuestas posibles",
  "only-whom": "«{label}» solo puede decir a quién llamar y su teléfono, nada de la noticia",
  "contact-in-text":
    "«{label}» lleva un teléfono, un correo o un enlace, y lo leen todos los albergues. Quítelo: el teléfono de una institución va en el directorio",
  "bad-day": "Escriba el día completo, como 21/03/2026",
  "day-ahead": "Ese día todavía no llega. Escriba el día en que alguien lo comprobó",
  "said-elsewhere":
    "Otra casa dice algo en «{label}»: no se puede vaciar. Escriba lo correcto, y quedará al lado lo que dice la otra",
  "day-past": "Ese día ya pasó. Escriba hasta qué día vale",
  "too-far": "«{label}» queda demasiado lejos. Elija un día de los próximos 30",
  "bad-id": "«{label}» no nombra nada que exista aquí",
};

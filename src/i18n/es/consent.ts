/** Spanish: what a guest agrees to. `aloud` is read to the person as it stands; it has to be true in full. */
export const consent = {
  title: "Lo que la persona permite",
  intro:
    "Pregunte a solas, una cosa a la vez, en el idioma de la persona. Puede decir que no a todo y se le recibe igual. Lo que no se ha preguntado no sale de la casa.",
  child:
    "Si es menor de edad: pregunte a la niña o al niño y a quien le cuida. Si uno de los dos dice que no, es no.",
  purposes: {
    care: "Llevar su expediente",
    search: "Revisar si alguien le busca",
    passed: "Decir que pasó por aquí",
    refer: "Canalizar a otra casa",
    poster: "Cartel con su foto",
    figures: "Contar en las cifras",
    carry: "Llevar una tarjeta",
    findable: "Que le encuentren desde otros albergues",
    export: "Estar en una lista que sale de la casa",
  },
  aloud: {
    care: "¿Está de acuerdo en que esta casa anote lo que nos cuenta, para atenderle mejor? Solo lo lee el personal de esta casa.",
    search:
      "Si alguien de su familia le busca, ¿podemos revisar si es usted y preguntarle antes de contestar? No se dice nada sin su palabra.",
    passed:
      "Si alguien le busca cuando usted ya no esté, ¿podemos decir que pasó por aquí, qué día, y cómo estaba? No decimos a dónde va.",
    poster:
      "¿Podemos poner su foto y su nombre en un cartel? Un cartel lo puede ver cualquiera, y no se recoge del todo.",
    figures: "¿Podemos contarle en las cifras de la casa, sin su nombre ni nada con que se le reconozca?",
    carry:
      "¿Quiere llevar una hoja con un código, para no contar todo otra vez en el albergue siguiente? Usted elige qué dice. Quien tenga la hoja puede leerla en un albergue de la red. Si la pierde o cambia de idea, la anulamos.",
    findable:
      "¿Podemos decir a los demás albergues de la red que está en esta casa, con su nombre, su edad y de dónde es? Así le encuentran desde allá si alguien pregunta por usted, y no le preguntamos cada vez. Lo lee su personal. Mientras esté aquí; cuando diga que no o se vaya, se quita. Lo que alguien ya leyó, ya lo leyó.",
    export:
      "¿Podemos poner sus datos en una lista que sale de la casa en un archivo? Quien tenga el archivo la puede leer y copiar, y no se recoge.",
  },
  found: {
    shared: "Ahora los demás albergues pueden encontrarle.",
    "not-agreed": "Ningún otro albergue sabe que está aquí.",
    left: "Dijo que sí, pero ya se fue: no aparece en otros albergues.",
    minor: "Dijo que sí, pero es o puede ser menor de edad: no aparece en otros albergues.",
    "age-unknown": "Dijo que sí, pero no se sabe su edad: no aparece hasta que se anote.",
    nameless: "Dijo que sí, pero no se anotó ningún nombre: no aparece en otros albergues.",
  },
  aloudRefer: (site: string): string =>
    `Para que ${site} le atienda, ¿podemos decirles su nombre y solo lo que necesitan para eso? Se manda hasta que acepten recibirle.`,
  referTo: (site: string): string => `Canalizar a ${site}`,
  unknownSite: "una casa que ya no está en la red",
  states: { yes: "Sí", no: "No", unset: "Sin preguntar" },
  apart:
    "En dos equipos se anotó distinto a la vez. Mientras tanto vale lo más cuidadoso. Pregunte otra vez y anote la respuesta.",
  said: { yes: "Dijo que sí", no: "Dijo que no", unset: "Ya no vale lo que dijo" },
  chooseSite: "Elija la casa",
  saidBy: "Quién lo dijo",
  bases: { self: "La persona", guardian: "Quien le cuida, y la niña o el niño está de acuerdo" },
  language: "En qué idioma se preguntó",
  interpreter: "Quién interpretó",
  handInText:
    "Lo que anote aquí lo lee el personal. Un «no» vale en cuanto llega a sus equipos. Un «sí» vale cuando alguien del personal lo pregunta otra vez a la persona.",
  handedIn:
    "Anotado y entregado al personal. Un «no» vale en cuanto llega a sus equipos; un «sí», cuando alguien del personal lo confirma con la persona.",
  waitingYes:
    "En la puerta, alguien del voluntariado anotó que dijo que sí. Todavía no vale: pregunte usted a la persona y anote la respuesta.",
  heldNo:
    "En la puerta, alguien del voluntariado anotó que ya no quiere. Vale desde que llegó. Si no es así, pregunte a la persona y anote la respuesta.",
  anyWaiting:
    "Hay un «sí» anotado en la puerta que espera su confirmación. Está en «Lo que la persona permite».",
  waitingTitle: "Permisos por confirmar",
  waitingLead: "En la puerta se anotó que sí. Pregúntele usted, a solas, antes de que se vaya.",
  noWaiting: "Ningún permiso espera su confirmación.",
  noted: (word: string): string => `Se anotó: ${word}`,
  saved: "Anotado. Vale desde ahora en este equipo, y en los demás cuando haya contacto.",
  at: (moment: string): string => `Anotado: ${moment}`,
};

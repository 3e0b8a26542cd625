/** Spanish: what the software cannot prevent, said where people look for it. */
export const limits = {
  title: "Lo que Vereda no puede impedir",
  lead: "Vereda cifra lo que guarda y lo que envía. Lo demás depende de las personas y de los equipos.",
  memory: {
    title: "Lo que queda en la memoria del equipo",
    text: "Al bloquear, Vereda suelta las llaves y quita lo que mostraba. El sistema puede guardar restos en la memoria o en el disco, también al suspender o hibernar. Antes de dejar solo el equipo o de sacarlo de la casa, apáguelo. Pida que su disco esté cifrado.",
  },
  copies: {
    title: "Lo que se copia, se imprime o se saca",
    text: "Lo que usted copia queda en el portapapeles; algunos sistemas lo conservan o lo pasan a otros equipos. Lo impreso y los archivos que se sacan ya no están cifrados. Después de copiar un código, copie otra palabra.",
  },
  forced: {
    title: "Si le obligan a abrir",
    text: "No hay una segunda frase que abra otra cosa: quien abre, abre todo lo que su papel puede leer. Su vida vale más que un registro: no se arriesgue por la frase. En cuanto pueda, avise a quien coordina para que quite este equipo de la red.",
  },
  session: {
    title: "Mientras está abierto",
    text: "Quien tenga en sus manos este equipo abierto puede hacer lo mismo que usted: leer, cambiar, sacar listas e invitar según su papel. La palabra de otra casa solo hace falta para sacar a una casa entera y, desde tres casas, para recibir a una nueva. Bloquee al levantarse.",
  },
  panic: {
    title: "Qué hace «Salir ya», y qué no",
    text: "Quita al instante lo que se ve, cierra con candado y muestra un calendario. No borra lo guardado ni esconde que aquí se usa Vereda: la dirección, el historial del navegador y los datos cifrados siguen. Se vuelve a entrar con la frase de paso.",
  },
  names: {
    title: "Nombres que se parecen",
    text: "Dos nombres pueden verse idénticos y tener letras distintas. Vereda avisa cuando dos casas se llaman casi igual; con los nombres de personas no avisa. Si algo importante depende de un nombre, confírmelo por otro camino.",
  },
  machine: {
    title: "Otras cuentas en la computadora de la base",
    text: "Quien usa esa computadora con otra cuenta puede abrir la página, pero sin una frase de paso no lee ningún registro. Para entregar la base a una casa hace falta la dirección completa que la base muestra al arrancar: no la comparta. Abra siempre esa dirección, no otra.",
  },
  program: {
    title: "El programa mismo",
    text: "La página llega desde la base. Quien administra esa computadora, o entrega una copia alterada de Vereda, puede cambiar lo que la página hace, y la página no lo muestra. Instale solo la copia que acordó su red, y que pocas personas administren la base.",
  },
  extensions: {
    title: "Extensiones del navegador",
    text: "Las extensiones del navegador pueden leer lo que muestra esta página. En un equipo de la casa no instale ninguna.",
  },
};

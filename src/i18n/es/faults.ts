/**
 * Spanish: why something was not done. Each says what happened, what is safe, and what to do.
 * `{name}` is replaced by the fault's own data.
 */
export const faults = {
  "no-profile": "En este equipo aún no hay una casa. Empiece una red o use una invitación.",
  "already-founded": "En este equipo ya hay una red. Para otra, use otro navegador u otro equipo.",
  locked: "Vereda está bloqueada. Escriba su frase de paso; lo escrito sigue aquí.",
  "wrong-passphrase": "La frase no coincide. Revise mayúsculas, acentos y espacios, y vuelva a escribirla.",
  "try-later":
    "Se probaron varias frases que no coinciden. Espere {seconds} s y vuelva a escribirla: la correcta también espera.",
  "which-vault": "En este equipo trabajan varias personas. Elija su figura.",
  "same-passphrase": "La frase nueva es igual a la de ahora. Escriba otra.",
  "wrong-pin": "El PIN no coincide. Después de {left} intentos más solo abre la frase de paso.",
  unsent:
    "Hay {records} registros que solo están en este equipo. Espere a que haya contacto con la base o con otra casa, y vuelva a intentar.",
  "only-protection":
    "Este equipo es el único de la casa que recibió las llaves de los registros protegidos. Antes dé a otra persona el papel de Protección y espere a que los dos equipos hayan tenido contacto.",
  "pin-ended": "El PIN ya no abre este equipo. Escriba su frase de paso.",
  "pin-format": "El PIN tiene seis cifras.",
  "pin-simple":
    "Ese PIN es de los primeros que alguien probaría. Elija otro, sin cifras seguidas ni repetidas.",
  "draft-too-large": "Lo escrito es demasiado largo para guardarlo a medias. Acorte los textos.",
  "vault-damaged":
    "Las llaves guardadas en este equipo están dañadas. Pida una invitación nueva en otro equipo de la casa: los registros vuelven al unirse.",
  "passphrase-too-short": "La frase de paso necesita al menos {least} letras.",
  "profile-in-use":
    "Vereda ya está abierta en otra pestaña o ventana de este equipo. Siga allá, o ciérrela y vuelva a cargar esta.",
  "storage-full":
    "No se pudo guardar: el disco está lleno. Lo escrito sigue en pantalla. Libere espacio y vuelva a intentar.",
  "storage-damaged":
    "Una parte de lo guardado en este equipo no se puede leer. Lo demás sigue aquí. No borre nada; avise a quien coordina.",
  "storage-failed":
    "El disco no dejó guardar o leer. Lo escrito sigue en pantalla. Vuelva a intentar; si se repite, avise a quien coordina.",
  "code-mistyped": "El código tiene algún error al escribirlo. Compárelo letra por letra con el original.",
  "code-unknown": "Ese código no es una invitación de Vereda. Pida uno nuevo a quien le invitó.",
  "seed-unknown":
    "Ninguna base de las que contestan conoce esa invitación. Compare las 26 letras y cifras una por una; si son las mismas, pida a quien le invitó que deje encendida su base, o una invitación nueva.",
  "seed-no-hub":
    "Con las 26 letras hace falta alcanzar una base de la red, y ninguna contesta. Encienda la base de esta casa en la misma red, o use el código completo, que entra sin contacto.",
  "invite-expired": "La invitación ya venció. Pida una nueva a quien le invitó.",
  "invite-used": "La invitación ya se usó. Cada una sirve una sola vez: pida una nueva.",
  "other-mesh": "La invitación es de otra red. En este equipo solo puede haber una.",
  "words-differ": "Las cuatro palabras no son las mismas. No confirme; haga una invitación nueva.",
  "no-such-request": "Esa solicitud ya no está. Tal vez ya se confirmó en otro equipo.",
  "not-your-invite": "Solo puede confirmar quien hizo la invitación.",
  "not-a-member-yet": "Falta que le confirmen en la red. Mientras tanto no se puede hacer esto.",
  "not-allowed": "Su papel en la casa no permite hacer esto. Pídalo a quien coordina.",
  "age-unknown":
    "Anote antes la edad de la persona, aunque sea aproximada: de ella depende cuántas personas deciden.",
  "person-said-no": "La persona dijo que no se diga que pasó por aquí. No se dice nada.",
  "not-sought":
    "La persona dijo que no revisemos si alguien le busca. No se dice nada. Si cambió de idea, anótelo antes en «Lo que la persona permite».",
  "said-no-care":
    "Alguna de estas personas dijo que no se lleve su expediente. Entregue igual, y anote cuántas personas, sin decir quiénes.",
  "still-here": "La persona sigue en la casa: pregúntele a ella, a solas.",
  "only-passed": "Ya se fue: solo se puede decir que pasó por aquí, si lo permitió.",
  "somebody-named": "Dejó dicho que hay alguien que nunca debe saber de ella: no se dice nada.",
  "opened-already": "Ya la abrieron dos personas.",
  "nothing-to-agree": "Aquí nada espera la palabra de otra persona.",
  "another-person": "Hace falta otra persona de la casa, en su propio equipo: fue usted quien preguntó.",
  "protection-must-agree":
    "Una de las dos personas tiene que ser de protección o coordinar la casa. Pídaselo.",
  died: "Consta que la persona falleció: aquí no se responde nada. Hable con quien coordina y con protección; a la familia se lo dicen personas.",
  "same-record": "Es la misma ficha. Elija otra.",
  "not-merged": "Esas dos fichas no están unidas: no hay nada que separar.",
  "not-by-hand": "Eso no se escribe a mano: tiene su propia orden, que cuida lo que sale de la casa.",
  "not-erased": "Nadie ha pedido borrar esa ficha, hasta donde se sabe aquí.",
  "not-yours": "Esa ficha es de otra casa: solo ella la cambia. Escríbale si sabe algo más.",
  removed:
    "Este equipo ya no es parte de la red. Lo que guardó sigue aquí; para volver, pida una invitación nueva.",
  "access-ended":
    "Terminaron las dos semanas de acceso de este equipo. Pida a quien coordina que las renueve; lo escrito sigue aquí.",
  "no-such-device": "Ese equipo no está en la red que conoce este.",
  "too-few-sites": "Con menos de tres casas en la red no se puede sacar a otra casa ni a quien la coordina.",
  "role-not-here": "Esa casa no tiene ese papel.",
  distrusted:
    "Su casa dijo que no confía en esa, así que no se le escribe nada. Lo escrito sigue en pantalla. Quien coordina puede retirar esa palabra en la página de la red.",
  "needs-second-site":
    "Con tres casas o más, una casa nueva necesita también la palabra de otra. Pida a quien coordina otra casa que la apruebe, y confirme después.",
  "bad-period":
    "Esos meses no se pueden contar. Escríbalos como 2026-03, el primero antes que el último, a lo más diez años.",
  "month-not-over":
    "Solo se cuentan meses que ya terminaron: un archivo de un mes abierto, junto a otro del día siguiente, diría quién llegó entre los dos. El último que se puede contar es {last}.",
  "limit-too-low": "Ese límite es demasiado bajo para que una casa trabaje. Ponga un número mayor.",
  "house-full":
    "La casa ya tiene todos los equipos que la red le permite. Quite los que ya no se usan, o pida más en la página de la red.",
  "house-limit":
    "La casa ya ocupa todo el espacio que la red le da, y nadie recibiría lo que se guarde. Lo escrito sigue en pantalla. Pida a quien coordina que pida más espacio en la página de la red.",
  "report-closed":
    "Esa búsqueda está cerrada: no se renueva. Si la familia sigue buscando, vuelva a abrirla en su página.",
  "not-left": "De esa persona no hay una salida anotada: está en la casa.",
  "no-such-record": "Ese registro no está en este equipo.",
  "no-such-kind": "Esta versión de Vereda no conoce esa clase de registro.",
  "no-such-site": "Esa casa no está en la red que conoce este equipo, ni esa institución en el directorio.",
  "needs-consent":
    "Alguna de estas personas no ha dicho que se le puede canalizar ahí. Pregúntele, anótelo en «Lo que la persona permite», y vuelva a mandar.",
  "no-photo": "Ese archivo no es una foto JPEG entera. Elija otra, o guárdela como JPEG.",
  "photo-too-large": "La foto pesa {bytes} bytes y caben {most}. Hágala más chica.",
  "poster-not-allowed":
    "Quien busca no ha dicho que se puede hacer un cartel. Explíquele que lo lee cualquiera, y anote en la búsqueda si está de acuerdo.",
  "names-seeker":
    "Esa línea dice el nombre, el teléfono o el correo de quien busca. En un cartel los leen también quienes extorsionan. Ponga los de la casa.",
  "needs-contact": "Escriba a quién avisar: el nombre y el teléfono de la casa.",
  "sharing-closed":
    "Esto no se le dice a esa casa: {reason}. Quien coordina lo decide en «Con quién se comparte».",
  "needs-reason": "Escriba el motivo: hace falta para buscar otra ayuda.",
  "said-no-there":
    "La persona dijo que no se les diga nada. Un no se respeta, también cuando hay peligro. Pregúntele otra vez si ya puede contestar.",
  "second-must-answer":
    "Hace falta otra persona de la casa, en su propio equipo, y una de las dos tiene que coordinar o llevar protección.",
  "gives-away":
    "Lo escrito dice un nombre de la persona, un teléfono o un enlace, y lo leen antes de aceptar. Quítelo y vuelva a guardar.",
  "slip-mistyped": "El código tiene algún error. Compárelo letra por letra con el papel.",
  "slip-unknown":
    "Ningún papel de esta casa tiene ese código. Vea si el papel es de otra casa, o espere a que este equipo tenga contacto con los demás.",
  "slip-over":
    "Esa canalización está cerrada o cancelada: su papel ya no se imprime. Para pedir otra vez, haga una nueva.",
  "service-closed":
    "El directorio dice que esa institución cerró. Elija otra, o confirme en el directorio que está abierta.",
  "follow-not-now":
    "Eso no se puede decir ahora de quién sigue el caso. Lo que su casa puede decir: {allowed}.",
  "hand-over-to-house":
    "Solo una casa de la red puede seguir el caso. Para una institución, sígalo esta casa.",
  "needs-heard": "Diga cómo se supo lo que contestó la institución: por el papel o por teléfono.",
  "too-many-people":
    "Son demasiadas personas para una sola canalización. Haga varias, de 50 personas o menos.",
  "step-not-now": "Ese paso no se puede dar ahora. Lo que su casa puede anotar: {possible}.",
  "not-protection": "Esto es de la persona encargada de protección. Pídale a ella lo que necesita.",
  "released-already":
    "De esa persona ya se anotó la salida, con la palabra de dos. Si no salió, anúlela primero.",
  "only-protection-frees":
    "Esa cama la libera la persona encargada de protección o quien coordina. Usted puede cambiarla por otra cama.",
  "not-agreed-to-carry":
    "La persona no ha dicho que sí a llevar una tarjeta. Pregúntele, anótelo en «Lo que la persona permite», y vuelva a hacerla.",
  "nothing-to-carry": "La tarjeta no diría nada. Elija con la persona qué quiere que sepan.",
  "carried-too-long": "Una tarjeta vale como mucho 180 días. Ponga menos tiempo.",
  "card-mistyped":
    "Esas no son las trece palabras de una tarjeta de esta red: falta alguna, o una está mal copiada. Compárelas con la hoja, en orden. Si son las mismas, la dio una casa que este equipo aún no conoce: espere a que haya contacto.",
  "card-not-here":
    "Las palabras están bien, pero lo que {site} puso en la tarjeta todavía no ha llegado a este equipo. Aquí no se guardó nada. Intente otra vez cuando haya habido contacto con otras casas, y mientras tanto pregunte a la persona.",
  "card-revoked":
    "Esta tarjeta se anuló: no dice nada. Pregunte a la persona, y si la necesita, háganle otra.",
  "card-expired":
    "Esta tarjeta venció el {on}. La fecha de este equipo es {today}: si no es la de hoy, corríjala y abra la tarjeta otra vez.",
  "card-ahead":
    "Esta tarjeta tiene fecha del {on}, y la de este equipo es {today}. Uno de los dos relojes está mal, así que no se sabe si vence. Si la fecha de este equipo no es la de hoy, corríjala y abra la tarjeta otra vez.",
  "said-once":
    "Lo dicho queda como se dijo y no se corrige. Anote la respuesta nueva en la página de la persona; vale la nueva.",
  fields: "Hay datos que corregir.",
  "record-too-large":
    "El registro es demasiado largo para guardarlo. Acorte los textos; lo escrito sigue en pantalla.",
  "file-not-understood": "El archivo no se pudo leer: {detail}. Lo guardado no cambió.",
  "no-peer":
    "No se encontró ningún equipo de la red. Revise que la base esté encendida y en la misma red, y vuelva a intentar.",
  "peer-unreachable":
    "Esa dirección no contesta. Revise la dirección y que el otro equipo esté encendido. Lo guardado sigue aquí.",
  "peer-refused":
    "El otro equipo no es de esta red, o no aceptó el contacto. Revise la dirección con la otra casa.",
  "recovery-words-mistyped":
    "Esas no son las doce palabras de una hoja: falta alguna, o una está mal copiada. Compárelas con el papel, en orden.",
  "recovery-words-unknown":
    "Ningún equipo que contesta conoce esas palabras. Pueden ser de otra casa, o de una hoja que ya no vale. Busque la hoja más nueva.",
  "recovery-words-void":
    "Esas palabras ya no valen: la casa hizo otras, o sacó a alguien que las conocía. Busque la hoja más nueva.",
  "not-a-backup":
    "Ese archivo no es un respaldo de Vereda, o está dañado o cortado. Pruebe con otra copia; nada cambió.",
  "backup-not-yours":
    "El respaldo no se abre con eso. Use la frase de paso de cuando se hizo, las doce palabras de la casa, o una invitación de la misma red.",
  copied:
    "De este equipo hay otra copia que siguió escribiendo. Lo guardado aquí se puede leer; para escribir, pida a quien coordina que lo quite y entre como equipo nuevo, con una invitación o con las doce palabras.",
  "no-key":
    "Este equipo todavía no tiene la llave para esos registros. Llegará cuando haya contacto con su casa.",
};

export const unforeseen = "Algo no salió como debía. Lo guardado sigue en este equipo. Vuelva a intentar.";

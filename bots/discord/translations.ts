/**
 * What Discord shows of the commands to those who use it in another language than English. What comes back to us is always the
 * English name. Names have at most 32 letters in lower case, descriptions at most 100 characters.
 */
export interface Translation {
  mashup: string
  commands: Record<string, readonly [name: string, about: string]>
  /** By the English name; `about` by command and option. */
  options: Record<string, string>
  abouts: Record<string, string>
  choices: Record<string, string>
}

const german: Translation = {
  mashup: 'Macht zusammen ein Lied über das, was ihr lernt',
  commands: {
    start: ['start', 'Beginne mit deiner Gruppe ein Lied, in einem Thread dieses Kanals'],
    join: ['mitmachen', 'Komm in eine Sitzung dazu'],
    status: ['stand', 'Wo die Gruppe steht, und was du gemacht hast'],
    hook: ['hook', 'Schlage einen eigenen Hook vor'],
    line: ['zeile', 'Schreibe eine Zeile; du hörst gleich, wie sie passt'],
    rewrite: ['umschreiben', 'Bitte die KI um andere Worte für eine Zeile; du entscheidest'],
    finish: ['fertig', 'Schließe, woran ihr gerade seid, oder gib am Ende das Lied ab'],
    mine: ['meine', 'Deine Sitzungen'],
    song: ['lied', 'Ein schnelles Lied ohne Sitzung'],
    link: ['verbinden', 'Verbinde dein Konto mit dem Code von deiner Kursseite'],
    unlink: ['trennen', 'Löse die Verbindung deines Kontos'],
    setup: ['einrichten', 'Sage, für welchen Kurs oder welche Aufgabe dieser Kanal ist'],
    help: ['hilfe', 'Was du hier tun kannst'],
  },
  options: {
    topic: 'thema',
    genres: 'stile',
    level: 'stufe',
    link: 'link',
    text: 'text',
    number: 'nummer',
    note: 'hinweis',
    prompt: 'wunsch',
    code: 'code',
  },
  abouts: {
    'start topic': 'Wovon das Lied handelt',
    'start genres': 'Musikstile, die sich mischen, etwa trap, baroque',
    'start level': 'Wie schwer es sein darf',
    'join link': 'Der Link einer Sitzung, die im Web offen ist',
    'hook text': 'Dein Hook',
    'line number': 'Die Nummer der Zeile',
    'line text': 'Deine Worte',
    'rewrite number': 'Die Nummer der Zeile',
    'rewrite note': 'Was anders werden soll',
    'song prompt': 'Etwa: trap x baroque about photosynthesis',
    'link code': 'Der Code von deiner Kursseite',
  },
  choices: { beginner: 'Anfang', intermediate: 'Mitte', advanced: 'fortgeschritten' },
}

const french: Translation = {
  mashup: 'Faites ensemble une chanson sur ce que vous apprenez',
  commands: {
    start: ['commencer', 'Commence une chanson avec ton groupe, dans un fil de ce salon'],
    join: ['rejoindre', 'Rejoins une séance'],
    status: ['avancement', 'Où en est le groupe, et ce que tu as fait'],
    hook: ['accroche', 'Propose ta propre accroche'],
    line: ['vers', 'Écris un vers ; tu sais tout de suite s’il convient'],
    rewrite: ['reformuler', 'Demande à l’IA d’autres mots pour un vers ; tu décides'],
    finish: ['terminer', 'Clos l’étape en cours, ou rends la chanson à la fin'],
    mine: ['mes-séances', 'Tes séances'],
    song: ['chanson', 'Une chanson rapide, sans séance'],
    link: ['relier', 'Relie ton compte avec le code de la page de ton cours'],
    unlink: ['délier', 'Défais le lien de ton compte'],
    setup: ['régler', 'Dis pour quel cours ou quelle activité est ce salon'],
    help: ['aide', 'Ce que tu peux faire ici'],
  },
  options: {
    topic: 'sujet',
    genres: 'genres',
    level: 'niveau',
    link: 'lien',
    text: 'texte',
    number: 'numéro',
    note: 'remarque',
    prompt: 'souhait',
    code: 'code',
  },
  abouts: {
    'start topic': 'De quoi parle la chanson',
    'start genres': 'Genres de musique à mêler, comme trap, baroque',
    'start level': 'Le niveau de difficulté',
    'join link': 'Le lien d’une séance ouverte sur le web',
    'hook text': 'Ton accroche',
    'line number': 'Le numéro du vers',
    'line text': 'Tes mots',
    'rewrite number': 'Le numéro du vers',
    'rewrite note': 'Ce qui doit changer',
    'song prompt': 'Par exemple : trap x baroque about photosynthesis',
    'link code': 'Le code de la page de ton cours',
  },
  choices: { beginner: 'débutant', intermediate: 'moyen', advanced: 'avancé' },
}

const spanish: Translation = {
  mashup: 'Haced juntos una canción sobre lo que estudiáis',
  commands: {
    start: ['empezar', 'Empieza una canción con tu grupo, en un hilo de este canal'],
    join: ['unirse', 'Entra en una sesión'],
    status: ['estado', 'Por dónde va el grupo, y qué has hecho tú'],
    hook: ['gancho', 'Propón un gancho tuyo'],
    line: ['verso', 'Escribe un verso; sabrás enseguida si encaja'],
    rewrite: ['reescribir', 'Pide a la IA otras palabras para un verso; tú decides'],
    finish: ['terminar', 'Cierra la etapa abierta, o entrega la canción al final'],
    mine: ['mías', 'Tus sesiones'],
    song: ['canción', 'Una canción rápida, sin sesión'],
    link: ['vincular', 'Vincula tu cuenta con el código de la página de tu curso'],
    unlink: ['desvincular', 'Deshaz el vínculo de tu cuenta'],
    setup: ['configurar', 'Di para qué curso o actividad es este canal'],
    help: ['ayuda', 'Qué puedes hacer aquí'],
  },
  options: {
    topic: 'tema',
    genres: 'géneros',
    level: 'nivel',
    link: 'enlace',
    text: 'texto',
    number: 'número',
    note: 'nota',
    prompt: 'deseo',
    code: 'código',
  },
  abouts: {
    'start topic': 'De qué trata la canción',
    'start genres': 'Géneros de música que se mezclan, como trap, baroque',
    'start level': 'Lo difícil que puede ser',
    'join link': 'El enlace de una sesión abierta en la web',
    'hook text': 'Tu gancho',
    'line number': 'El número del verso',
    'line text': 'Tus palabras',
    'rewrite number': 'El número del verso',
    'rewrite note': 'Qué debe ser distinto',
    'song prompt': 'Por ejemplo: trap x baroque about photosynthesis',
    'link code': 'El código de la página de tu curso',
  },
  choices: { beginner: 'principiante', intermediate: 'intermedio', advanced: 'avanzado' },
}

/** By Discord's name of the language. */
export const translations: Readonly<Record<string, Translation>> = {
  de: german,
  fr: french,
  'es-ES': spanish,
  'es-419': { ...spanish, mashup: 'Hagan juntos una canción sobre lo que estudian' },
}

/** A chord or key as it is printed: "Bb7" as "B♭7", "F#m7b5" as "F♯m7♭5". */
export const withSigns = (name: string): string => name.replaceAll('#', '♯').replace(/(?<=[A-G])b|b(?=\d)/g, '♭')

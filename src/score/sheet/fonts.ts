import { createRequire } from 'node:module'

const modules = createRequire(import.meta.url)
const tinos = (style: string): string => modules.resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`)

/** Files of Tinos (SIL Open Font License), which has Latin, Cyrillic, Greek and Hebrew. */
export const fontFiles = () => ({
  regular: tinos('400Regular'),
  bold: tinos('700Bold'),
  italic: tinos('400Regular_Italic'),
})

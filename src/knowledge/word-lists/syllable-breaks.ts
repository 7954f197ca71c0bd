/** Words that patterns made for print break wrongly, as a dictionary parts them; of each the ways it may be sung. */
export const syllableBreaks: ReadonlyMap<string, readonly (readonly string[])[]> = (() => {
  const breaks = new Map<string, string[][]>()
  const written =
    'run-off take-off lift-off cut-off kick-off turn-off drop-off trade-off pay-off an-y an-y-one an-y-thing an-y-bod-y an-y-way an-y-where an-y-time an-y-more man-y ver-y ev-ery ev-er-y ev-ery-one ev-er-y-one ev-ery-thing ev-er-y-thing ev-ery-bod-y ev-er-y-bod-y ev-ery-where ev-er-y-where ev-ery-day ev-er-y-day ev-er nev-er riv-er sev-er clev-er cov-er dis-cov-er eve-ning cit-y cit-ies bod-y bod-ies some-bod-y no-bod-y cop-y cop-ies stud-y stud-ies stud-ied bus-y heav-y heav-ies pit-y lil-y lil-ies ox-y-gen i-de-a ar-e-a the-a-ter the-a-tre re-al-i-ty pan-o-ra-ma or-e-o eu-re-ka e-qual a-re-na ko-re-a gui-ne-a pan-ge-a a-or-ta di-et po-et lin-e-ar nu-cle-us nu-cle-i wa-ter-shed an-oth-er broth-er moth-er oth-er weath-er feath-er leath-er to-geth-er wheth-er gath-er riv-et plan-et mag-net hab-it hab-i-tat met-al ped-al med-al lev-el mod-el shad-ow mead-ow sec-ond sev-en lem-on drag-on wag-on col-or hon-ey mon-ey cen-tu-ry his-to-ry his-tory'
  for (const word of written.split(' ')) {
    const whole = word.replaceAll('-', '')
    breaks.set(whole, [...(breaks.get(whole) ?? []), word.split('-')])
  }
  return breaks
})()

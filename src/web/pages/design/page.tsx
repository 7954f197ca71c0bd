import { BlendBand } from '../../design/blend-band.js'
import { Button } from '../../design/button.js'
import { Dialog } from '../../design/dialog.js'
import { Disclosure } from '../../design/disclosure.js'
import { families, familiesOf, regions } from '../../design/family.js'
import { BlendMark, GenreMark } from '../../design/genre-mark.js'
import { Shell } from '../../design/shell.js'
import { Tabs } from '../../design/tabs.js'
import { Forms } from './forms.js'
import { Told } from './told.js'
import './design.css'

const inks = ['paper', 'surface', 'sunken', 'line', 'line-strong', 'ink-soft', 'ink', 'good', 'care', 'bad', 'note']
const sizes = ['3xl', '2xl', 'xl', 'l', 'm', 's']
const spaces = [1, 2, 3, 4, 5, 6, 7, 8]
const blend = familiesOf(['North America', 'Europe'])

/** The visual language on one page: what there is, and what each part is for. */
export const Page = () => (
  <Shell title="The visual language">
    <div className="within design-page">
      <header className="stack">
        <h1>Two inks, one song</h1>
        <p className="design-lead">
          Every page of the mashup is made of these parts. Paper blushes, ink is blue-black, and colour comes from the
          music: each family of genres prints in its own ink and carries its own note head, and where two meet they make
          a third colour.
        </p>
      </header>
      <BlendBand families={blend} tall />
      <Families />
      <Scales />
      <Forms />
      <Told />
      <Folded />
    </div>
  </Shell>
)

const Families = () => (
  <section className="stack" aria-labelledby="families">
    <h2 id="families">Families of genres</h2>
    <p>Never by colour alone: shape and name say the same. Until two are chosen, all of them stand on the staff.</p>
    <BlendBand families={[]} />
    <ul className="design-families">
      {regions.map((region) => (
        <li key={region} className={`design-family family-${families[region].slug}`}>
          <GenreMark family={families[region]} />
          <strong>{region}</strong>
          <span className="design-family-fill">on its ink</span>
        </li>
      ))}
    </ul>
    <div className="row">
      <BlendMark families={blend} />
      <BlendMark families={familiesOf(['Africa', 'Asia'])} />
      <BlendMark families={familiesOf(['Caribbean', 'Caribbean'])} />
    </div>
  </section>
)

const Scales = () => (
  <section className="stack" aria-labelledby="scales">
    <h2 id="scales">Colour, type and space</h2>
    <ul className="design-inks">
      {inks.map((name) => (
        <li key={name}>
          <span className="design-ink" style={{ background: `var(--${name})` }} />
          {name}
        </li>
      ))}
    </ul>
    <ul className="design-sizes">
      {sizes.map((name) => (
        <li key={name} style={{ fontSize: `var(--text-${name})` }}>
          {name} <span className="design-size-sample">Seven bars of sun</span>
        </li>
      ))}
    </ul>
    <ul className="design-spaces">
      {spaces.map((name) => (
        <li key={name}>
          <span style={{ width: `var(--space-${name})` }} /> {name}
        </li>
      ))}
    </ul>
  </section>
)

const Folded = () => (
  <section className="stack" aria-labelledby="folded">
    <h2 id="folded">To fold away</h2>
    <Tabs
      label="An example"
      tabs={[
        { id: 'words', name: 'Words', content: <p>What is sung.</p> },
        { id: 'sound', name: 'Sound', content: <p>What is played.</p> },
      ]}
    />
    <Disclosure title="More about it">
      <p>Only who wants it reads it.</p>
    </Disclosure>
    <div>
      <Dialog title="Start anew?" trigger={<Button>Open a dialog</Button>}>
        {(close) => (
          <>
            <p>The song stays where it is; this form is emptied.</p>
            <div className="row">
              <Button onPress={close}>Empty it</Button>
            </div>
          </>
        )}
      </Dialog>
    </div>
  </section>
)

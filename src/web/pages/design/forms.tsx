import { useState } from 'react'
import { Button, LinkButton } from '../../design/button.js'
import { Card } from '../../design/card.js'
import { ComboBox } from '../../design/combo-box.js'
import { Field } from '../../design/field.js'
import { PickOne } from '../../design/pick-one.js'
import { Select } from '../../design/select.js'
import { Slider } from '../../design/slider.js'
import { Toggle, ToggleChip } from '../../design/toggle.js'

const instruments = [
  {
    name: 'Strings',
    choices: [
      { id: 'violin', name: 'Violin' },
      { id: 'oud', name: 'Oud', detail: 'plucked' },
    ],
  },
  {
    name: 'Drums',
    choices: [
      { id: 'conga', name: 'Conga' },
      { id: 'tabla', name: 'Tabla', detail: 'a pair' },
    ],
  },
]

/** What people choose and write with. */
export function Forms() {
  const [level, setLevel] = useState<'slow' | 'fast'>('slow')
  const [text, setText] = useState('')
  const [tempo, setTempo] = useState(100)
  const [shown, setShown] = useState(true)
  const [alone, setAlone] = useState(false)
  const [size, setSize] = useState('violin')
  return (
    <section className="stack" aria-labelledby="forms">
      <h2 id="forms">To ask and to choose</h2>
      <Card>
        <div className="row">
          <Button look="main">Make the song</Button>
          <Button icon="again">Again</Button>
          <Button look="quiet" icon="ear">
            Listen
          </Button>
          <Button isDisabled>Not now</Button>
          <LinkButton href="#forms" icon="download">
            Download
          </LinkButton>
        </div>
        <div className="design-columns">
          <Field label="Your idea" hint="One sentence is enough." placeholder="how plants eat light" />
          <Field label="School grade" defaultValue="thirteen" trouble="Grades go from 1 to 12. Which one is yours?" />
          <ComboBox
            label="An instrument"
            hint="Type, or open the list."
            groups={instruments}
            text={text}
            onText={setText}
            chosen={null}
            free
            onChoose={setText}
            none="No instrument of that name."
          />
          <Select
            label="One of a few"
            value={size}
            onChange={setSize}
            choices={instruments.flatMap(({ choices }) => choices)}
          />
        </div>
        <PickOne
          label="How fast?"
          value={level}
          onChange={setLevel}
          options={[
            { value: 'slow', name: 'Slow', detail: 'Time to hear each chord' },
            { value: 'fast', name: 'Fast', detail: 'For dancing' },
          ]}
        />
        <Slider label="Tempo" value={tempo} onChange={setTempo} min={60} max={120} step={5} said={`${tempo}%`} />
        <div className="row">
          <Toggle on={shown} onChange={setShown}>
            Show chords
          </Toggle>
          <ToggleChip on={alone} onChange={setAlone} label="Solo: bass">
            Solo
          </ToggleChip>
        </div>
      </Card>
    </section>
  )
}

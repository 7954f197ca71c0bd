import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import './slider.css'

interface SliderProps {
  label: string
  value: number
  onChange: (value: number) => void
  onChangeEnd?: (value: number) => void
  min?: number
  max: number
  step?: number
  /** The value in words, beside the name and for screen readers: "bar 12, chorus". */
  said: string
  /** Behind the track: marks of where things are. */
  marks?: ReactNode
  /** The name is for screen readers alone. */
  bare?: boolean
}

export function Slider({
  label,
  value,
  onChange,
  onChangeEnd,
  min = 0,
  max,
  step = 1,
  said,
  marks,
  bare,
}: SliderProps) {
  const input = useRef<HTMLInputElement>(null)
  // The library says the bare number; what it means is said instead.
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', said))
  const share = max > min ? (value - min) / (max - min) : 0
  return (
    <AriaSlider
      className="slider"
      value={value}
      onChange={onChange}
      {...(onChangeEnd && { onChangeEnd })}
      minValue={min}
      maxValue={max}
      step={step}
    >
      <div className={bare ? 'visually-hidden' : 'slider-names'}>
        <Label>{label}</Label>
        <SliderOutput>{said}</SliderOutput>
      </div>
      <SliderTrack className="slider-track">
        {marks}
        <span className="slider-rail" aria-hidden="true" />
        <span className="slider-done" aria-hidden="true" style={{ width: `${share * 100}%` }} />
        <SliderThumb className="slider-thumb" inputRef={input} />
      </SliderTrack>
    </AriaSlider>
  )
}

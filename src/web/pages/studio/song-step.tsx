import type { ReactNode } from 'react'

/** A step of the form, with a rehearsal mark as in a score. */
export const SongStep = ({ mark, name, children }: { mark: string; name: string; children: ReactNode }) => (
  <section className="song-step" aria-labelledby={`step-${mark}`}>
    <h2 id={`step-${mark}`} className="song-step-name">
      <span className="rehearsal-mark">{mark}</span> {name}
    </h2>
    <div className="stack">{children}</div>
  </section>
)

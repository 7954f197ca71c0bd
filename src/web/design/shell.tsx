import { type ReactNode, useEffect } from 'react'
import { families } from './family.js'
import { BlendMark } from './genre-mark.js'
import './shell.css'

interface ShellProps {
  /** Of the document: "Your song". */
  title: string
  children: ReactNode
  /** At the end of the head line. */
  aside?: ReactNode
}

const own = [families['North America'], families.Worldwide]

/** What every page has around it: a way past the head, the way home, the page, and where it comes from. */
export function Shell({ title, children, aside }: ShellProps) {
  useEffect(() => {
    document.title = title === 'Lit Music Mashup' ? title : `${title} · Lit Music Mashup`
  }, [title])
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="shell-head">
        <a className="shell-home" href="/">
          <BlendMark families={own} />
          <span>
            Lit Music <span className="shell-home-last">Mashup</span>
          </span>
        </a>
        {aside}
      </header>
      <main id="main" className="shell-main" tabIndex={-1}>
        {children}
      </main>
      <footer className="shell-foot">
        <p className="small soft">
          Songs are made and checked on this school’s own machines. Nothing on this page tells anybody else that you
          were here.
        </p>
      </footer>
    </>
  )
}

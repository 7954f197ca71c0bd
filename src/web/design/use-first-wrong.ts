import { type RefObject, useEffect, useState } from 'react'

/**
 * Leads to the first field of a form that is marked as wrong: call what it returns together with what marks it. It waits for the
 * marks to be on the page, however long that takes.
 */
export function useFirstWrong(form: RefObject<HTMLFormElement | null>): () => void {
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    if (asked > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [asked, form])
  return () => setAsked((times) => times + 1)
}

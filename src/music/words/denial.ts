const denies =
  /\b(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|cannot|hardly|scarcely|barely|rarely|seldom|without)\b|n['’]t\b/i

/** Whether a sentence or a word says that something is not so: in another order, or cut, it may say the opposite. */
export const isDenied = (text: string): boolean => denies.test(text)

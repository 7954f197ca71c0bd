import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'

/** What a field is called, and what may help to fill it in: of any kind of field, which hears of both from the library. */
export const FieldName = ({ label, hint }: { label: string; hint?: ReactNode }) => (
  <>
    <Label className="field-label">{label}</Label>
    {hint && (
      <Text slot="description" className="field-hint">
        {hint}
      </Text>
    )}
  </>
)

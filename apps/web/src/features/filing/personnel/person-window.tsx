import type { ComponentProps } from 'react'
import { WithKept } from '../../../shared/drafts/with-kept.tsx'
import { DeclarationWindow } from './declaration-window.tsx'
import type { PersonForm } from './person-form.ts'

/** The declaration window with what was typed of this person, or of somebody new, and not saved. */
export function PersonWindow(props: Omit<ComponentProps<typeof DeclarationWindow>, 'keeping'>) {
  const { declarationId, person } = props
  const row = person === undefined ? 'new' : String(person.row)
  return (
    <WithKept<PersonForm>
      draft={`person.${declarationId}.${row}`}
      what={{
        kind: person === undefined ? 'NEW_PERSON' : 'PERSON',
        of: person === undefined ? '' : row,
        path: `/employer/inspection/personnel${person === undefined ? '?add' : `?row=${row}`}`,
      }}
    >
      {(keeping) => <DeclarationWindow {...props} keeping={keeping} />}
    </WithKept>
  )
}

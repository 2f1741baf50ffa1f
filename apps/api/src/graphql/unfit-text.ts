import { findHidden } from '@shebao/kernel'
import { Kind, visit } from 'graphql'
import type { DocumentNode } from 'graphql'
import { badInput } from '../access/refusal.ts'
import { holdsOnlyFitting, isFitting } from '../access/storable-text.ts'

/**
 * Refuses text that the database cannot hold and characters that nobody sees, wherever in the variables they are, and names the
 * field: no resolver has to think of it. Throws BAD_USER_INPUT.
 */
export function requireFittingText(value: unknown, path: string): void {
  if (holdsOnlyFitting(value)) return
  if (typeof value !== 'object' || value === null) throw unfit(path, String(value))
  for (const [name, part] of Object.entries(value)) {
    if (!isFitting(name)) throw unfit(path, name)
    requireFittingText(part, path === '' ? name : `${path}.${name}`)
  }
}

function unfit(path: string, text: string) {
  const hidden = findHidden(text)
  return badInput(
    path,
    hidden === undefined
      ? 'This text holds a character that cannot be stored. Type it again.'
      : `This text holds the character ${hidden}, which nobody sees. Take it out.`,
  )
}

/** The same for texts written into the document itself. */
export function requireFittingDocument(document: DocumentNode): void {
  const names: string[] = []
  const named = {
    enter: ({ name }: { name: { value: string } }) => void names.push(name.value),
    leave: () => void names.pop(),
  }
  visit(document, {
    [Kind.ARGUMENT]: named,
    [Kind.OBJECT_FIELD]: named,
    [Kind.STRING]: ({ value }) => requireFittingText(value, names.join('.')),
  })
}

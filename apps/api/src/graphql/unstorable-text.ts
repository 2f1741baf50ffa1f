import { Kind, visit } from 'graphql'
import type { DocumentNode } from 'graphql'
import { badInput } from '../access/refusal.ts'
import { holdsOnlyStorable, isStorable } from '../access/storable-text.ts'

/**
 * Refuses text that the database cannot hold, wherever in the variables it is, and names the field: no resolver has to think of
 * it. Throws BAD_USER_INPUT.
 */
export function requireStorable(value: unknown, path: string): void {
  if (holdsOnlyStorable(value)) return
  if (typeof value !== 'object' || value === null) throw unstorable(path)
  for (const [name, part] of Object.entries(value)) {
    if (!isStorable(name)) throw unstorable(path)
    requireStorable(part, path === '' ? name : `${path}.${name}`)
  }
}

const unstorable = (path: string) => badInput(path, 'This text holds a character that cannot be stored. Type it again.')

/** The same for texts written into the document itself. */
export function requireStorableDocument(document: DocumentNode): void {
  const names: string[] = []
  const named = {
    enter: ({ name }: { name: { value: string } }) => void names.push(name.value),
    leave: () => void names.pop(),
  }
  visit(document, {
    [Kind.ARGUMENT]: named,
    [Kind.OBJECT_FIELD]: named,
    [Kind.STRING]: ({ value }) => requireStorable(value, names.join('.')),
  })
}

import { useMutation } from '@apollo/client/react'
import type { Issue, UnitContext, UnitDraft } from '@shebao/declaration-rules'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { applyChanges } from '../../../shared/drafts/unit-changes.ts'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import { DraftKeeper, type KeeperState, type SaveAnswer } from '../../../shared/drafts/draft-keeper.ts'
import { SaveUnitFormDocument, type UnitFormQuery } from './inspection.generated.ts'
import { readPending, writePending } from './pending-changes.ts'
import { fromServer, toFieldErrors, unitIssues, type ServerWord } from './unit-issues.ts'
import { nameOf, readAnswerOf, toDraft, toValues, type UnitValues } from './unit-values.ts'

export type LoadedInspection = NonNullable<UnitFormQuery['inspection']>

const untouched: KeeperState = { saved: { kind: 'untouched' }, conflict: null, refusedFor: null }

/** The unit form of one declaration: its values, the rules' word on them, and their saving. */
export function useUnitForm(inspection: LoadedInspection) {
  const { language } = useLanguage()
  const [sendSave] = useMutation(SaveUnitFormDocument)
  const [state, setState] = useState(untouched)
  const [mergedPaths, setMergedPaths] = useState<readonly string[]>([])
  const serverForm = inspection.unitForm as UnitDraft
  const server: ServerWord = useMemo(
    () => ({ form: serverForm, issues: inspection.issues.map(fromServer) }),
    [serverForm, inspection.issues],
  )
  const context: UnitContext = useMemo(
    () => ({ today: inspection.personnelRules.today, year: inspection.year }),
    [inspection],
  )

  // The form begins with what this tab had not saved yet, on top of what the server has.
  const [start] = useState(() => {
    const pending = readPending(inspection.id)
    return { pending, register: serverForm, form: pending ? applyChanges(serverForm, pending.changes) : serverForm }
  })
  // The resolver runs when somebody types, long after the render that made it.
  const latest = useRef({ server, context, language })
  useEffect(() => {
    latest.current = { server, context, language }
  }, [server, context, language])
  const form = useForm<UnitValues>({
    defaultValues: toValues(start.form),
    mode: 'onTouched',
    resolver: (values) => {
      const now = latest.current
      const issues = unitIssues(toDraft(values, now.server.form), now.context, now.server)
      const errors = toFieldErrors(issues, now.language)
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
    },
  })

  const [keeper] = useState(
    () =>
      new DraftKeeper({
        revision: start.pending?.revision ?? inspection.unitRevision,
        form: serverForm,
        save: async (expectedRevision, changes) => {
          const { data } = await sendSave({
            variables: { input: { declarationId: inspection.id, expectedRevision, changes } },
          })
          return readAnswer(data?.saveUnitForm)
        },
        keep: (revision, changes) => writePending(inspection.id, { revision, changes }),
        onMerged: (merged, paths) => {
          for (const path of paths) form.setValue(nameOf(path), readAnswerOf(merged, path))
          setMergedPaths(paths)
        },
        onState: setState,
      }),
  )

  useEffect(() => {
    if (start.pending) keeper.change(start.form)
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => keeper.change(toDraft(values, start.register)),
    })
    const retry = () => keeper.retry()
    window.addEventListener('online', retry)
    return () => {
      unsubscribe()
      window.removeEventListener('online', retry)
      void keeper.flush()
      keeper.stop()
    }
  }, [form, keeper, start])

  const values = useWatch({ control: form.control })
  const draft = useMemo(() => toDraft(values, serverForm), [values, serverForm])
  const issues: readonly Issue[] = useMemo(() => unitIssues(draft, context, server), [draft, context, server])

  const resolveConflict = useCallback(
    (chosen: Readonly<Record<string, unknown>>) => {
      for (const [path, answer] of Object.entries(chosen)) form.setValue(nameOf(path), answer ?? null)
      keeper.resolve(toDraft(form.getValues(), start.register))
    },
    [form, keeper, start],
  )

  return { form, draft, issues, state, mergedPaths, resolveConflict, flush: () => keeper.flush() }
}

function readAnswer(outcome: unknown): SaveAnswer {
  const answer = outcome as Outcome | null | undefined
  switch (answer?.__typename) {
    case 'UnitFormSaved':
      return {
        kind: 'saved',
        revision: answer.declaration.unitRevision,
        form: answer.declaration.unitForm,
        savedAt: answer.savedAt,
      }
    case 'DeclarationConflict':
      return {
        kind: 'conflict',
        revision: answer.revision,
        form: answer.declaration.unitForm,
        savedAt: answer.savedAt,
        conflicts: answer.conflicts,
      }
    case 'DeclarationRefused':
      return { kind: 'refused', reason: answer.reason }
    default:
      throw new Error('The answer to saving is missing.')
  }
}

interface SavedForm {
  unitRevision: number
  unitForm: UnitDraft
}
type Outcome =
  | { __typename: 'UnitFormSaved'; savedAt: string; declaration: SavedForm }
  | {
      __typename: 'DeclarationConflict'
      revision: number
      savedAt: string
      declaration: SavedForm
      conflicts: { path: string; mine: unknown; theirs: unknown }[]
    }
  | { __typename: 'DeclarationRefused'; reason: string }

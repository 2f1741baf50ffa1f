import type { UnitContext, UnitDraft } from '@shebao/declaration-rules'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { shownState } from '../../../shared/drafts/shown-state.ts'
import { useKeptState } from '../../../shared/drafts/with-kept.tsx'
import { Composed } from '../../../shared/drafts/composed.ts'
import type { Found, Keeping } from '../../../shared/drafts/keeping.ts'
import { applyChanges, changesBetween } from '../../../shared/drafts/unit-changes.ts'
import type { LastSaved } from '../../../shared/drafts/last-saved.tsx'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import { DraftKeeper, type KeeperState, type SaveAnswer } from '../../../shared/drafts/draft-keeper.ts'
import { fetchJudge, hurryJudge, useJudge } from './late-judge.ts'
import { fromServer, officeWords, standingIssues, toFieldErrors } from './unit-issues.ts'
import type { ServerWord, WordedIssue } from './unit-issues.ts'
import { SaveUnitFormDocument } from './unit-section-form.generated.ts'
import type { UnitSectionFormFragment } from './unit-section-form.generated.ts'
import { nameOf, readAnswerOf, toDraft, toValues, type UnitValues } from './unit-values.ts'

/** The unit form of one declaration: its values, the rules' word on them, and their saving. */
export function useUnitForm(inspection: UnitSectionFormFragment, keeping: Keeping<UnitDraft>) {
  const { language } = useLanguage()
  const [sendSave] = useMutation(SaveUnitFormDocument)
  const [state, setState] = useState<KeeperState>(() => ({
    saved: { kind: 'untouched' },
    conflict: ownConflict(keeping.found),
    refusedFor: null,
  }))
  const [mergedPaths, setMergedPaths] = useState<readonly string[]>([])
  const serverForm = inspection.unitForm as UnitDraft
  const server: ServerWord = useMemo(
    () => ({ form: serverForm, issues: inspection.unitIssues.map(fromServer) }),
    [serverForm, inspection.unitIssues],
  )
  const context: UnitContext = useMemo(
    () => ({ today: inspection.personnelRules.today, year: inspection.year }),
    [inspection],
  )

  // The form begins with what was typed here and not saved yet, on top of what the server has.
  const [start] = useState(() => {
    const { found } = keeping
    const changes = found ? changesBetween(found.base, found.mine) : {}
    return { found, register: serverForm, form: applyChanges(serverForm, changes) }
  })
  // The resolver runs when somebody types, long after the render that made it.
  const latest = useRef({ server, context, language })
  useEffect(() => {
    latest.current = { server, context, language }
  }, [server, context, language])
  const form = useForm<UnitValues>({
    defaultValues: toValues(start.form),
    mode: 'onTouched',
    resolver: async (values) => {
      const judge = await fetchJudge()
      const now = latest.current
      const issues = judge?.unitIssues(toDraft(values, now.server.form), now.context, now.server) ?? []
      const errors = toFieldErrors(issues, judge?.wordIssue ?? officeWords, now.language)
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
    },
  })

  const [keeper] = useState(
    () =>
      new DraftKeeper({
        revision: start.found?.revision ?? inspection.unitRevision,
        form: serverForm,
        conflict: ownConflict(start.found),
        save: async (expectedRevision, changes) => {
          const { data } = await sendSave({
            variables: { input: { declarationId: inspection.id, expectedRevision, changes } },
          })
          return readAnswer(data?.saveUnitForm)
        },
        keep: (pending) => (pending ? keeping.keep(pending) : void keeping.forget()),
        onMerged: (merged, paths) => {
          for (const path of paths) form.setValue(nameOf(path), readAnswerOf(merged, path))
          setMergedPaths(paths)
        },
        onState: setState,
      }),
  )

  useEffect(() => {
    if (start.found) keeper.change(start.form)
    const composed = new Composed((values: UnitValues) => keeper.change(toDraft(values, start.register)))
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        hurryJudge()
        composed.give(values)
      },
    })
    const retry = () => keeper.retry()
    window.addEventListener('online', retry)
    return () => {
      unsubscribe()
      composed.stop()
      window.removeEventListener('online', retry)
      void keeper.flush()
      keeper.stop()
    }
  }, [form, keeper, start])

  const values = useWatch({ control: form.control })
  const draft = useMemo(() => toDraft(values, serverForm), [values, serverForm])
  const judge = useJudge(start.found !== null)
  const issues: readonly WordedIssue[] = useMemo(
    () => judge?.unitIssues(draft, context, server) ?? standingIssues(draft, server),
    [judge, draft, context, server],
  )
  const word = judge?.wordIssue ?? officeWords
  /** As the form stands now, with the rules if they can be had. */
  const judgeNow = async (): Promise<readonly WordedIssue[]> => {
    const now = toDraft(form.getValues(), serverForm)
    return (await fetchJudge())?.unitIssues(now, context, server) ?? standingIssues(now, server)
  }

  const resolveConflict = useCallback(
    (chosen: Readonly<Record<string, unknown>>) => {
      keeping.settle()
      for (const [path, answer] of Object.entries(chosen)) form.setValue(nameOf(path), answer ?? null)
      keeper.resolve(toDraft(form.getValues(), start.register))
    },
    [form, keeper, keeping, start],
  )

  const kept = useKeptState(keeping)
  const saved = shownState({ saved: state.saved, kept, conflicts: state.conflict?.conflicts.length ?? 0 })
  return {
    form,
    draft,
    issues,
    word,
    judgeNow,
    state,
    saved,
    mergedPaths,
    resolveConflict,
    flush: () => keeper.flush(),
  }
}

/** Two windows of the same person are asked about like two clerks. */
const ownConflict = (found: Found<UnitDraft> | null): KeeperState['conflict'] =>
  found && found.conflicts.length > 0 ? { conflicts: found.conflicts, savedAt: found.typedAt, own: true } : null

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
        who: answer.declaration.lastSaved ?? null,
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
  lastSaved?: LastSaved | null
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

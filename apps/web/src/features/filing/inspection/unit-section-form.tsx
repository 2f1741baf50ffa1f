import { Button } from '@mantine/core'
import { fieldName, findUnitField, messageOf, sectionName, UNIT_FIELDS } from '@shebao/declaration-rules'
import type { UnitDraft, UnitFigures, UnitSection } from '@shebao/declaration-rules'
import { FIVE_INSURANCES, isOneOf } from '@shebao/kernel'
import { useEffect, useState, type ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { ErrorSummary, focusField } from '../../../shared/ui/error-summary.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { SavedIndicator } from '../../../shared/ui/saved-indicator.tsx'
import { StickyFoot } from '../../../shared/ui/sticky-foot.tsx'
import { ConflictPanel } from '../../../shared/drafts/conflict-panel.tsx'
import { filledSections } from './filled-sections.ts'
import { ListFigures } from './list-figures.tsx'
import style from './inspection.module.css'
import { messages } from './messages.ts'
import { RegisterFacts } from './register-facts.tsx'
import { UnitFieldControl } from './unit-field.tsx'
import { missingNames } from './unit-issues.ts'
import { nameOf, pathsOfField } from './unit-values.ts'
import { useUnitForm, type LoadedInspection } from './use-unit-form.ts'

/** Answers short enough to stand two in a row. */
const shortKinds: ReadonlySet<string> = new Set([
  'count',
  'money',
  'enum',
  'injuryClass',
  'personName',
  'phone',
  'personIdNumber',
])

/** One section of the unit form, saved while it is typed. */
export function UnitSectionForm({ inspection, section }: { inspection: LoadedInspection; section: UnitSection }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { hash } = useLocation()
  const { form, draft, issues, state, mergedPaths, resolveConflict, flush } = useUnitForm(inspection)
  const [attempted, setAttempted] = useState<UnitSection | null>(null)
  const attempt = attempted === section ? 1 : 0
  const fields = UNIT_FIELDS.filter((field) => field.section === section)
  const missing = missingNames(issues, section)
  const asked = fields.filter((field) => !field.readOnly && pathsOfField(field).some((path) => isAsked(path, draft)))
  const mergedHere = mergedPaths
    .map((path) => path.replace(/^raw\./, ''))
    .filter((path) => asked.some((field) => pathsOfField(field).includes(path)))
  const next = filledSections[filledSections.indexOf(section) + 1]

  // Whoever comes by a link to a gap finds the cursor in it, and sees what is wrong in the whole section.
  useEffect(() => {
    if (hash.length < 2) return
    void form.trigger()
    const timer = setTimeout(() => focusField(decodeURIComponent(hash.slice(1))), 60)
    return () => clearTimeout(timer)
  }, [section, hash, form])
  // The server's word on sums comes with each saving: fields that show an error show the new one.
  useEffect(() => {
    const shown = Object.keys(form.formState.errors)
    if (shown.length > 0) void form.trigger(shown)
  }, [inspection.issues, language, form])

  const goOn = async () => {
    await form.trigger(asked.flatMap(pathsOfField).filter((path) => isAsked(path, draft)))
    if (missing.length > 0 && attempt === 0) {
      setAttempted(section)
      return
    }
    await flush()
    void navigate(next ? `/employer/inspection/unit/${next}` : '/employer/inspection')
  }

  const summary =
    attempt > 0
      ? issues
          .filter((issue) => issue.severity === 'error' && missing.includes(nameOf(issue.path)))
          .map((issue) => ({ field: nameOf(issue.path), text: messageOf(issue, language) }))
      : []
  return (
    <form
      className={style.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void goOn()
      }}
    >
      {state.conflict ? (
        <ConflictPanel key={state.conflict.savedAt} {...state.conflict} onChosen={resolveConflict} />
      ) : null}
      {state.refusedFor ? <Notice tone="refused">{t('refusedEdit')}</Notice> : null}
      {mergedHere.length > 0 ? (
        <Notice tone="info">
          {t('merged', {
            fields: [...new Set(mergedHere.map((path) => fieldName(path, language)))].join(
              language === 'zh-CN' ? '、' : ', ',
            ),
          })}
        </Notice>
      ) : null}
      <ErrorSummary errors={summary} attempt={attempt} />
      <RegisterFacts fields={fields.filter((field) => field.readOnly)} draft={inspection.unitForm as UnitDraft} />
      <ListFigures
        section={section}
        people={inspection.people}
        figures={inspection.listFigures as UnitFigures | null}
        onUse={(answers) => {
          for (const [path, answer] of Object.entries(answers))
            form.setValue(path, answer, { shouldTouch: true, shouldValidate: true })
        }}
        draft={draft}
      />
      <div className={style.fields}>
        {asked.map((field) => (
          <div key={field.name} data-wide={field.perInsurance || !shortKinds.has(field.kind)}>
            <UnitFieldControl
              field={field}
              control={form.control}
              notes={{ at: (path) => noteAt(path) }}
              isAsked={(path) => isAsked(path, draft)}
            />
          </div>
        ))}
      </div>
      <StickyFoot
        missing={missing}
        onGo={(name) => {
          void form.trigger(name)
          focusField(name)
        }}
        actions={
          <>
            <SavedIndicator state={state.saved} />
            <Button type="submit">
              {next ? t('nextSection', { section: sectionName(next, language) }) : t('backToList')}
            </Button>
          </>
        }
      />
    </form>
  )

  /** Notes of the office on the returned version, and the rules' warnings, at their field. */
  function noteAt(name: string): ReactNode {
    const noted =
      inspection.status === 'RETURNED' || inspection.version > 0
        ? inspection.notes.filter(({ path }) => nameOf(path) === name).map(({ text }) => t('note', { text }))
        : []
    const warnings = issues
      .filter((issue) => issue.severity === 'warning' && nameOf(issue.path) === name)
      .map((issue) => messageOf(issue, language))
    const lines = [...noted, ...warnings]
    return lines.length === 0
      ? null
      : lines.map((line) => (
          <span key={line} className={style.noteLine}>
            {line}
          </span>
        ))
  }
}

/** A question whose condition does not hold is not shown; what was answered before is kept. */
function isAsked(path: string, draft: UnitDraft): boolean {
  const required = findUnitField(path)?.required
  const part = path.split('.')[1]
  const insurance = isOneOf(FIVE_INSURANCES, part) ? part : 'PENSION'
  return required === undefined || required === 'always' || required(draft, insurance)
}

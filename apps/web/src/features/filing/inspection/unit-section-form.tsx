import { Button } from '@mantine/core'
import { sectionName } from '@shebao/declaration-rules'
import type { UnitDraft, UnitFigures, UnitSection } from '@shebao/declaration-rules'
import { Suspense } from 'react'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { later } from '../../../shared/lib/later.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { SavedIndicator } from '../../../shared/ui/saved-indicator.tsx'
import { StickyFoot } from '../../../shared/ui/sticky-foot.tsx'
import { isAsked, registerFields } from './asked-fields.ts'
import { useFieldNotes } from './use-field-notes.tsx'
import { LedgerFigures, ListFigures } from './rare-parts.ts'
import sheet from './inspection.module.css'
import style from './unit-section-form.module.css'
import { messages } from './section-messages.ts'
import { RegisterFacts } from './register-facts.tsx'
import { SectionNotices } from './section-notices.tsx'
import { UnitFieldControl } from './unit-field.tsx'
import { UnitSectionFormFragmentDoc } from './unit-section-form.generated.ts'
import type { UnitSectionFormFragment } from './unit-section-form.generated.ts'
import { useSection } from './use-section.ts'

const NoteList = later(async () => (await import('../note/index.ts')).NoteList)

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

/** Which the list of people can fill in. */
const hasTotals: ReadonlySet<UnitSection> = new Set(['headcount', 'insured', 'wages'])

interface UnitSectionFormProps {
  inspection: FragmentType<UnitSectionFormFragment>
  section: UnitSection
  keeping: Keeping<UnitDraft>
}

/** One section of the unit form, saved while it is typed. */
export function UnitSectionForm({ section, keeping, ...props }: UnitSectionFormProps) {
  const inspection = useOwnFields(UnitSectionFormFragmentDoc, props.inspection, 'UnitSectionForm')
  const t = useMessages(messages)
  const { language } = useLanguage()
  const filled = useSection(inspection, section, keeping)
  const { form, draft, issues, state, asked, missing, next } = filled
  const notes = useFieldNotes(inspection, issues, filled.word)
  return (
    <form
      className={sheet.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void filled.goOn()
      }}
    >
      {inspection.notes.length > 0 ? (
        <Suspense>
          <NoteList declaration={inspection} at={section} />
        </Suspense>
      ) : null}
      <SectionNotices
        state={state}
        merged={filled.merged}
        issues={issues}
        word={filled.word}
        missing={missing}
        attempted={filled.attempted}
        onResolved={filled.resolveConflict}
      />
      <RegisterFacts fields={registerFields(section)} draft={inspection.unitForm as UnitDraft} />
      {hasTotals.has(section) ? (
        <Suspense>
          <ListFigures
            section={section}
            people={inspection.people}
            figures={inspection.listFigures as UnitFigures | null}
            onUse={filled.useAnswers}
            draft={draft}
          />
        </Suspense>
      ) : null}
      {section === 'payments' ? (
        <Suspense>
          <LedgerFigures draft={draft} issues={issues} onUse={filled.useAnswers} />
        </Suspense>
      ) : null}
      <div className={style.fields}>
        {asked.map((field) => (
          <div key={field.name} data-wide={field.perInsurance || !shortKinds.has(field.kind)}>
            <UnitFieldControl
              field={field}
              control={form.control}
              notes={notes}
              isAsked={(path) => isAsked(path, draft)}
            />
          </div>
        ))}
      </div>
      <StickyFoot
        missing={missing}
        onGo={filled.goTo}
        actions={
          <>
            <SavedIndicator state={filled.saved} />
            <Button type="submit">
              {next ? t('nextSection', { section: sectionName(next, language) }) : t('backToList')}
            </Button>
          </>
        }
      />
    </form>
  )
}

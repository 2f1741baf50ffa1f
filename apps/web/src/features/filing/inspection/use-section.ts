import type { UnitDraft, UnitSection } from '@shebao/declaration-rules'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { focusField } from '../../../shared/ui/error-summary.tsx'
import { askedFields, isAsked, mergedAmong } from './asked-fields.ts'
import { filledSections } from './filled-sections.ts'
import { missingNames } from './unit-issues.ts'
import { pathsOfField } from './unit-values.ts'
import type { UnitSectionFormFragment } from './unit-section-form.generated.ts'
import { useUnitForm } from './use-unit-form.ts'

/** One section of the unit form being filled in: what is asked and missing in it, and going on to the next. */
export function useSection(inspection: UnitSectionFormFragment, section: UnitSection, keeping: Keeping<UnitDraft>) {
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { hash } = useLocation()
  const unit = useUnitForm(inspection, keeping)
  const { form, draft, issues, flush } = unit
  const [attempted, setAttempted] = useState<UnitSection | null>(null)
  const asked = askedFields(section, draft)
  const missing = missingNames(issues, section)
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
  }, [inspection.unitIssues, language, form])

  /** The first time with gaps says what they are; the second goes on with them. */
  const goOn = async () => {
    await form.trigger(asked.flatMap(pathsOfField).filter((path) => isAsked(path, draft)))
    const gaps = missingNames(await unit.judgeNow(), section)
    if (gaps.length > 0 && attempted !== section) return setAttempted(section)
    await flush()
    void navigate(next ? `/employer/inspection/unit/${next}` : '/employer/inspection')
  }
  const goTo = (name: string) => {
    void form.trigger(name)
    focusField(name)
  }
  const useAnswers = (answers: Readonly<Record<string, number>>) => {
    for (const [path, answer] of Object.entries(answers))
      form.setValue(path, answer, { shouldTouch: true, shouldValidate: true })
  }
  const merged = mergedAmong(unit.mergedPaths, asked)
  return { ...unit, asked, missing, merged, next, attempted: attempted === section, goOn, goTo, useAnswers }
}

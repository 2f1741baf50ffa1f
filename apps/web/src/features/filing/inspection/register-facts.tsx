import { fieldName, readAnswer } from '@shebao/declaration-rules'
import type { UnitDraft, UnitField } from '@shebao/declaration-rules'
import { Suspense } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import style from './inspection.module.css'
import { UnitAverage } from './rare-parts.ts'
import { messages } from './section-messages.ts'

/** Answers nobody types: taken from the register, or worked out from the list. */
export function RegisterFacts({ fields, draft }: { fields: readonly UnitField[]; draft: UnitDraft }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { language } = useLanguage()
  if (fields.length === 0) return null
  const computed = fields.some(({ readOnly }) => readOnly === 'COMPUTED')
  return (
    <section className={style.facts}>
      <p className={style.hint}>{computed ? t('computed') : t('fromRegister')}</p>
      <dl>
        {fields.map((field) => {
          const answer = readAnswer(draft, field.name)
          const shown =
            answer === undefined
              ? t('notYet')
              : field.kind === 'money'
                ? format.yuan(Number(answer))
                : typeof answer === 'string'
                  ? answer
                  : JSON.stringify(answer)
          return (
            <div key={field.name}>
              <dt>{fieldName(field.name, language)}</dt>
              <dd data-known={answer !== undefined}>
                {isUnitAverage(field.name) && answer !== undefined ? (
                  <Suspense fallback={shown}>
                    <UnitAverage field={field.name} amount={Number(answer)} />
                  </Suspense>
                ) : (
                  shown
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

function isUnitAverage(name: string): name is 'averageMonthlyWageLastYear' | 'averageBaseThisYear' {
  return name === 'averageMonthlyWageLastYear' || name === 'averageBaseThisYear'
}

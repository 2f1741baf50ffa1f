import { useDistricts } from '../../../shared/case/use-districts.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import type { ParticularsChangeRowFragment } from './change.generated.ts'
import style from './change.module.css'
import { messages } from './messages.ts'

/** Old and new side by side. */
export function ComparedTable({ compared }: Pick<ParticularsChangeRowFragment, 'compared'>) {
  const t = useMessages(messages)
  const { nameOf } = useDistricts()
  const named = compared.map((one) =>
    one.field === 'DISTRICT' ? { ...one, before: nameOf(one.before), after: nameOf(one.after) } : one,
  )
  return (
    <div className={style.compared}>
      <PlainTable caption={t('change')} columns={[t('field'), t('before'), t('after')]}>
        {named.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{t(`field${field}`)}</th>
            <td data-label={t('before')}>{before || '—'}</td>
            <td data-label={t('after')}>{before === after ? after : <strong>{after}</strong>}</td>
          </tr>
        ))}
      </PlainTable>
    </div>
  )
}

import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import type { MonthlyChangeRowFragment, MonthlyHeadFragment } from './declaration.generated.ts'
import { declarationMessages } from './declaration-messages.ts'
import style from './declaration.module.css'
import { noteRow } from './return-notes.tsx'
import { RowRemarks } from './row-remarks.tsx'
import { useChangeWords } from './use-change-words.ts'

interface ChangeListProps {
  rows: readonly MonthlyChangeRowFragment[]
  notes: MonthlyHeadFragment['notes']
  /** Left out where nothing can be changed. */
  onEdit?: (rowNo: number) => void
  onRemove?: (row: MonthlyChangeRowFragment) => void
}

/** The changes, person by person, each with what is to be known of it. */
export function ChangeList({ rows, notes, onEdit, onRemove }: ChangeListProps) {
  const t = useMessages(declarationMessages)
  const words = useChangeWords()
  return (
    <PlainTable
      caption={t('changes')}
      columns={[
        t('who'),
        t('change'),
        t('from'),
        { end: t('wage') },
        t('remarks'),
        ...(onEdit ? [{ unseen: t('tools') }] : []),
      ]}
    >
      {rows.map((row) => {
        const name = row.name ?? t('noName')
        return (
          <tr key={row.id} data-differs={row.issues.some(({ severity }) => severity === 'ERROR')}>
            <th scope="row">
              {name}
              <span className="sub">{row.idNumber}</span>
            </th>
            <td data-label={t('change')}>{words.what(row)}</td>
            <td data-label={t('from')} data-whole>
              {words.when(row)}
            </td>
            <td data-label={t('wage')} data-align="end">
              {words.wage(row)}
            </td>
            <td data-label={t('remarks')} data-block className={style.remarkCell}>
              <RowRemarks
                row={row}
                notes={notes.filter(({ path }) => noteRow(path) === row.rowNo).map(({ text }) => text)}
              />
            </td>
            {onEdit ? (
              <td className={style.tools}>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('editOf', { name })}
                  onClick={() => onEdit(row.rowNo)}
                >
                  {t('edit')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('removeOf', { name })}
                  onClick={() => onRemove?.(row)}
                >
                  {t('remove')}
                </Button>
              </td>
            ) : null}
          </tr>
        )
      })}
    </PlainTable>
  )
}

import { Button } from '@mantine/core'
import { Suspense, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { isOneOf } from '@shebao/kernel'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { WithKept } from '../../../shared/drafts/with-kept.tsx'
import { later } from '../../../shared/lib/later.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Choices } from '../../../shared/ui/choices.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ShowMore, type FetchPage } from '../../../shared/ui/show-more.tsx'
import { changeKinds, kindOf, type ChangeForm } from './change-form.ts'
import { ChangeList } from './change-list.tsx'
import {
  RemoveMonthlyDocument,
  type MonthlyChangeRowFragment,
  type MonthlyDeclarationQuery,
} from './declaration.generated.ts'
import { declarationMessages } from './declaration-messages.ts'
import style from './declaration.module.css'
import { contextOf } from './month-rules.ts'
import type { MonthlyRulesFragment } from './monthly.generated.ts'
import { monthlyWords } from '../../../shared/case/monthly-words.ts'
import { noteRow } from './return-notes.tsx'
import type { ChangeFilter } from './use-change-pages.ts'
import { useChangeWords } from './use-change-words.ts'
import { isForbidden } from './use-monthly-window.ts'

const ChangePanel = later(async () => (await import('./change-panel.tsx')).ChangePanel)
const ConfirmDialog = later(async () => (await import('../../../shared/ui/confirm-dialog.tsx')).ConfirmDialog)

interface ChangesSectionProps {
  declaration: MonthlyDeclarationQuery['monthlyDeclaration']
  /** Missing for who may only look. */
  rules: MonthlyRulesFragment | undefined
  filter: ChangeFilter
  onFilter: (filter: ChangeFilter) => void
  fetchMore: FetchPage
  renew: () => Promise<unknown>
}

/** The changes as a list, and the panel in which one is written; which one is open stands in the address. */
export function ChangesSection({ declaration, rules, filter, onFilter, fetchMore, renew }: ChangesSectionProps) {
  const t = useMessages(declarationMessages)
  const [params, setParams] = useSearchParams()
  const [removing, setRemoving] = useState<MonthlyChangeRowFragment>()
  const [told, setTold] = useState<{ tone: 'done' | 'warning' | 'refused'; text: string }>()
  const { counts, editable, changes, notes } = declaration
  const rows = changes.edges.map(({ node }) => node)
  const writes = editable && rules !== undefined
  const kind = params.get('add')
  const rowNo = Number(params.get('row') ?? Number.NaN)
  const row = rows.find((one) => one.rowNo === rowNo)
  // A note may lead to a row that is not shown yet.
  const further = writes && row === undefined && rowNo > (rows.at(-1)?.rowNo ?? 0)
  const close = () => setParams({}, { replace: true })
  const saved = async () => {
    close()
    setTold({ tone: 'done', text: t('saved') })
    await renew()
  }
  const open = (to: Record<string, string>) => {
    setTold(undefined)
    setParams(to)
  }
  const adding = isOneOf(changeKinds, kind) ? kind : undefined
  const slot = row ? `row-${row.rowNo}` : `new-${adding ?? 'join'}`
  const none = counts.changes === 0
  return (
    <section aria-labelledby="changes" className={style.section}>
      <h2 id="changes">{t('changes')}</h2>
      {writes ? <AddChange id={declaration.id} onAdd={(one) => open({ add: one })} /> : null}
      {told ? <Notice tone={told.tone}>{told.text}</Notice> : null}
      {none ? null : (
        <p className={style.soft}>
          {t('sums', counts)}
          {counts.withErrors > 0 && editable ? (
            <strong className={style.wrong}> · {t('withErrors', { count: counts.withErrors })}</strong>
          ) : null}
        </p>
      )}
      {!none && editable ? (
        <Choices
          label={t('filter')}
          chosen={filter}
          onChoose={onFilter}
          options={[
            { id: 'ALL', text: t('ALL'), count: counts.changes },
            { id: 'WITH_ERRORS', text: t('WITH_ERRORS'), count: counts.withErrors },
            { id: 'WITH_WARNINGS', text: t('WITH_WARNINGS'), count: counts.withWarnings },
          ]}
        />
      ) : null}
      {rows.length > 0 ? (
        <ChangeList
          rows={rows}
          notes={editable ? notes : []}
          {...(writes ? { onEdit: (at: number) => open({ row: String(at) }), onRemove: setRemoving } : {})}
        />
      ) : none ? (
        <EmptyState title={t('noChanges')}>
          {writes ? t(rules.monthlySelf ? 'noChangesSelf' : 'noChangesCarry') : null}
        </EmptyState>
      ) : (
        <NothingFound clear={() => onFilter('ALL')} />
      )}
      <ShowMore page={changes.pageInfo} fetchMore={fetchMore} sought={further}>
        {t('more')}
      </ShowMore>
      <Suspense>
        {writes && (adding !== undefined || row !== undefined) ? (
          <OpenedChange
            key={slot}
            slot={slot}
            declaration={declaration}
            rules={rules}
            adding={adding ?? 'join'}
            row={row}
            onClose={close}
            onSaved={() => void saved()}
          />
        ) : null}
      </Suspense>
      <Suspense>
        {removing ? (
          <RemoveQuestion
            declaration={declaration}
            row={removing}
            onDone={async (text) => {
              setRemoving(undefined)
              setTold(text === undefined ? undefined : { tone: 'refused', text })
              await renew()
            }}
            onCancel={() => setRemoving(undefined)}
          />
        ) : null}
      </Suspense>
    </section>
  )
}

/** One kind of change at a time, from a file, or from a comparison. */
function AddChange({ id, onAdd }: { id: string; onAdd: (kind: (typeof changeKinds)[number]) => void }) {
  const t = useMessages(declarationMessages)
  const words = useMessages(monthlyWords)
  return (
    <fieldset className={style.add}>
      <legend className="visually-hidden">{t('add')}</legend>
      {changeKinds.map((one) => (
        <Button key={one} variant="default" onClick={() => onAdd(one)}>
          {words(one)}
        </Button>
      ))}
      <Button component={Link} to={`/employer/monthly/${id}/file`} variant="default">
        {t('fromFile')}
      </Button>
      <Button component={Link} to={`/employer/monthly/${id}/compare`} variant="default">
        {t('fromComparison')}
      </Button>
    </fieldset>
  )
}

interface OpenedChangeProps {
  slot: string
  declaration: ChangesSectionProps['declaration']
  rules: MonthlyRulesFragment
  /** What is added where no row is open. */
  adding: (typeof changeKinds)[number]
  row: MonthlyChangeRowFragment | undefined
  onClose: () => void
  onSaved: () => void
}

/** The panel in which a change is written; what is typed outlives the page. */
function OpenedChange({ slot, declaration, rules, adding, row, onClose, onSaved }: OpenedChangeProps) {
  const t = useMessages(declarationMessages)
  return (
    <WithKept<ChangeForm>
      draft={`change.${declaration.id}.${slot}`}
      what={{
        kind: 'MONTHLY_CHANGE',
        of: declaration.period,
        path: `/employer/monthly/${declaration.id}?${row ? `row=${row.rowNo}` : `add=${adding}`}`,
      }}
    >
      {(keeping) => (
        <ChangePanel
          declarationId={declaration.id}
          keeping={keeping}
          revision={declaration.revision}
          context={contextOf(rules, declaration)}
          kind={row ? kindOf(row.changeType) : adding}
          row={row}
          notes={declaration.notes
            .filter(({ path }) => row !== undefined && noteRow(path) === row.rowNo)
            .map(({ id, text }) => (
              <Notice key={id} tone="warning">
                {t('noteHere', { text })}
              </Notice>
            ))}
          onClose={onClose}
          onSaved={onSaved}
        />
      )}
    </WithKept>
  )
}

interface RemoveQuestionProps {
  declaration: Pick<ChangesSectionProps['declaration'], 'id' | 'revision'>
  row: MonthlyChangeRowFragment
  /** With what stood in the way. */
  onDone: (problem: string | undefined) => Promise<unknown>
  onCancel: () => void
}

function RemoveQuestion({ declaration, row, onDone, onCancel }: RemoveQuestionProps) {
  const t = useMessages(declarationMessages)
  const words = useChangeWords()
  const [remove, { loading }] = useMutation(RemoveMonthlyDocument)
  const carryOut = async () => {
    try {
      const { data } = await remove({
        variables: { declarationId: declaration.id, expectedRevision: declaration.revision, rowNos: [row.rowNo] },
      })
      const answer = data?.removeMonthlyChanges
      if (answer?.__typename === 'MonthlyConflict') await onDone(t('conflict'))
      else await onDone(answer?.__typename === 'MonthlyChangesSaved' ? undefined : t('failed'))
    } catch (error) {
      await onDone(t(isForbidden(error) ? 'forbidden' : 'failed'))
    }
  }
  return (
    <ConfirmDialog
      opened
      grave
      busy={loading}
      title={t('removeTitle')}
      verb={t('remove')}
      consequence={t('removeText', {
        name: row.name ?? t('noName'),
        change: `${words.what(row)} · ${words.when(row)}`,
      })}
      onConfirm={() => void carryOut()}
      onCancel={onCancel}
    />
  )
}

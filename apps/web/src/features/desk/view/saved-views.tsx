import { Button } from '@mantine/core'
import { Suspense, useState } from 'react'
import { useLocation } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import { messages } from './messages.ts'
import style from './saved-views.module.css'
import { SavedViewsDocument } from './view.generated.ts'
import type { ViewPage } from './view.generated.ts'

const ManageViews = later(async () => (await import('./manage-views.tsx')).ManageViews)
const SaveView = later(async () => (await import('./save-view.tsx')).SaveView)

/** The views that somebody keeps of this list, beside what keeps the one that is shown. What a view shows stands in its address. */
export function SavedViews({ page }: { page: ViewPage }) {
  const t = useMessages(messages)
  const { pathname, search } = useLocation()
  const [open, setOpen] = useState<'SAVE' | 'MANAGE'>()
  const [said, setSaid] = useState<string>()
  const { data } = useQuery(SavedViewsDocument, { variables: { page }, fetchPolicy: 'cache-and-network' })
  const views = data?.savedViews ?? []
  const shown = search.replace(/^\?/, '')
  return (
    <div className={style.views}>
      {views.length > 0 ? (
        <ChoiceLinks
          label={t('views')}
          chosen={views.find((view) => sameSearch(view.search, shown))?.id ?? ''}
          options={views.map(({ id, name, search: kept }) => ({ id, text: name, to: addressOf(pathname, kept) }))}
        />
      ) : null}
      <Button size="compact-sm" variant="subtle" onClick={() => setOpen('SAVE')}>
        {t('save')}
      </Button>
      {views.length > 0 ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen('MANAGE')}>
          {t('manage')}
        </Button>
      ) : null}
      <output className="quiet">{said}</output>
      <Suspense>
        {open === 'SAVE' ? (
          <SaveView
            page={page}
            search={shown}
            onSaved={(name) => {
              setOpen(undefined)
              setSaid(t('saved', { name }))
            }}
            onClose={() => setOpen(undefined)}
          />
        ) : null}
        {open === 'MANAGE' ? (
          <ManageViews views={views} pathname={pathname} onClose={() => setOpen(undefined)} />
        ) : null}
      </Suspense>
    </div>
  )
}

export const addressOf = (pathname: string, search: string) => (search === '' ? pathname : `${pathname}?${search}`)

/** The same filters, in whatever order they stand. */
function sameSearch(one: string, other: string): boolean {
  const sorted = (search: string) => {
    const params = new URLSearchParams(search)
    params.sort()
    return params.toString()
  }
  return sorted(one) === sorted(other)
}

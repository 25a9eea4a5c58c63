import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { CodeForm } from '../features/sign-in/code-form.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogActions } from '../ui/dialog-actions.tsx'
import { api } from './api.ts'
import { problemCode } from './errors.ts'
import { FreshContext, sessionQuery } from './session.ts'

type Asked = { shown: Promise<void>; onShown: () => void; onCancel: () => void }

/** Asks for the second step again where the server wants it, and does then what was being done. */
export function FreshProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const pending = useRef<Asked | null>(null)
  const fresh = useCallback(async <T,>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call()
    } catch (error) {
      if (problemCode(error) !== 'session.not_fresh') throw error
      // Several calls at once share one dialog.
      pending.current ??= ask(error, () => {
        pending.current = null
        setAsked(null)
      })
      setAsked(pending.current)
      await pending.current.shown
      return call()
    }
  }, [])
  return (
    <FreshContext value={fresh}>
      {children}
      {asked && <FreshDialog {...asked} />}
    </FreshContext>
  )
}

function ask(error: unknown, onAnswer: () => void): Asked {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const answer = (settle: () => void) => () => {
    onAnswer()
    settle()
  }
  return { shown: promise, onShown: answer(resolve), onCancel: answer(() => reject(error)) }
}

function FreshDialog({ onShown, onCancel }: Asked) {
  const t = useTranslations('session.fresh')
  const ui = useTranslations('ui')
  const client = useQueryClient()
  const show = async (code: string) => {
    await api.session.freshen({ body: { code } })
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    onShown()
  }
  return (
    <Dialog opened title={t('title')} onClose={onCancel} withoutClose>
      <p>{t('intro')}</p>
      <CodeForm name="freshCode" send={show} takesFocus>
        {(busy) => (
          <DialogActions>
            <Button look="secondary" onClick={onCancel}>
              {ui('cancel')}
            </Button>
            <Button type="submit" busy={busy}>
              {t('confirm')}
            </Button>
          </DialogActions>
        )}
      </CodeForm>
    </Dialog>
  )
}

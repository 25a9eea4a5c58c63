import { IconDeviceMobile } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ButtonLink } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import { SecretBlock } from '../../../ui/secret-block.tsx'
import classes from './key-for-app.module.css'

type KeyForAppProps = {
  uri: string
  secret: string
  words: {
    qr: string
    key: string
    typeKey: string
    open: string
    /** Above the code to scan, above the button on a phone, and above it on a screen; below the button. */
    scan?: string
    openOnPhone?: string
    openHere?: string
    openHint?: string
    /** What is folded away, with its first words. */
    cannotScan: string
    cannotOpen: string
    otherDevice: string
    otherDeviceHint: string
  }
  /** Below what comes first. */
  children?: ReactNode
}

/** Three ways to get the key into the app: by camera, by a tap or by hand. */
export function KeyForApp(props: KeyForAppProps) {
  return isPhone() ? <OnPhone {...props} /> : <OnScreen {...props} />
}

/** A phone cannot scan its own screen: there the app is opened by a tap. */
export function isPhone(): boolean {
  return window.matchMedia('(pointer: coarse), (max-width: 40em)').matches
}

function OnScreen({ uri, secret, words, children }: KeyForAppProps) {
  return (
    <>
      {words.scan && <p>{words.scan}</p>}
      <QrCode text={uri} label={words.qr} />
      {children}
      <Disclosure summary={words.cannotScan}>
        <TypeKey secret={secret} words={words} />
        {words.openHere && <p>{words.openHere}</p>}
        <OpenInApp uri={uri} look="secondary" words={words} />
      </Disclosure>
    </>
  )
}

function OnPhone({ uri, secret, words, children }: KeyForAppProps) {
  return (
    <>
      {words.openOnPhone && <p>{words.openOnPhone}</p>}
      <OpenInApp uri={uri} look="primary" words={words} />
      {children}
      <Disclosure summary={words.otherDevice}>
        <p>{words.otherDeviceHint}</p>
        <QrCode text={uri} label={words.qr} />
      </Disclosure>
      <Disclosure summary={words.cannotOpen}>
        <TypeKey secret={secret} words={words} />
      </Disclosure>
    </>
  )
}

function OpenInApp({ uri, look, words }: Pick<KeyForAppProps, 'uri' | 'words'> & { look: 'primary' | 'secondary' }) {
  return (
    <div>
      <ButtonLink to={uri} look={look} icon={<IconDeviceMobile aria-hidden="true" />}>
        {words.open}
      </ButtonLink>
      {words.openHint && <p className={classes.hint}>{words.openHint}</p>}
    </div>
  )
}

function TypeKey({ secret, words }: Pick<KeyForAppProps, 'secret' | 'words'>) {
  return (
    <>
      <p>{words.typeKey}</p>
      <SecretBlock label={words.key} secret={secret} grouped />
    </>
  )
}

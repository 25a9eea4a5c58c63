import { createPrivateKey, sign } from 'node:crypto'

/** A maker of devices that exists in tests only: its certificate, until 2126, and the key that belongs to it. */
const CERTIFICATE = Buffer.from(
  'MIIB3DCCAYOgAwIBAgIUZ3WW+GN5X7wljM2nfvzsBdo4xBYwCgYIKoZIzj0EAwIwVTELMAkGA1UEBhMCTkwxEDAOBgNVBAoMB0V4YW1wbGUxIj' +
    'AgBgNVBAsMGUF1dGhlbnRpY2F0b3IgQXR0ZXN0YXRpb24xEDAOBgNVBAMMB0V4YW1wbGUwIBcNMjYxMTIyMDA0NzI2WhgPMjEyNjEwMjkwMDQ3' +
    'MjZaMFUxCzAJBgNVBAYTAk5MMRAwDgYDVQQKDAdFeGFtcGxlMSIwIAYDVQQLDBlBdXRoZW50aWNhdG9yIEF0dGVzdGF0aW9uMRAwDgYDVQQDDA' +
    'dFeGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEe1P/ES7Ao+4TauDmXlwPy+4hN2AGiqeP/U++KEcSgjR1YG7U4hYsCbvZUvwTLK+K' +
    '7CbzWnfoxxoTgX4FMwpQK6MvMC0wDAYDVR0TAQH/BAIwADAdBgNVHQ4EFgQUrZ6+sFghpJPeWWOBw2lyj53KAaAwCgYIKoZIzj0EAwIDRwAwRA' +
    'IgT6nrMBoHZfMT4sNP8MwAx5W4N5Xa9HSaOD7rZvLWS/YCICrPV5MAOdXy5EKKb4w19+myYJyIIv8hJxduyNcTJ89Q',
  'base64',
)
const KEY = Buffer.from(
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg9PtDKk9336nfauECgGs9nm81lycSW72P1djy6CWR+pahRANCAAR7U/8RLsCj7h' +
    'Nq4OZeXA/L7iE3YAaKp4/9T74oRxKCNHVgbtTiFiwJu9lS/BMsr4rsJvNad+jHGhOBfgUzClAr',
  'base64',
)

/** The statement by which a maker of devices says that a passkey is in one of theirs (WebAuthn L3 §8.2): valid in itself. */
export const MAKERS_STATEMENT = {
  format: 'packed',
  statement: (_: unknown, data: Buffer) =>
    new Map<string, number | Uint8Array | Uint8Array[]>([
      ['alg', -7],
      ['sig', new Uint8Array(sign('sha256', data, createPrivateKey({ key: KEY, format: 'der', type: 'pkcs8' })))],
      ['x5c', [new Uint8Array(CERTIFICATE)]],
    ]),
}

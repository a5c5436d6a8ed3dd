/** The camera is asked for as it should be, and every refusal has a name. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type MediaPort, openCamera } from './camera.ts'

type Track = { readonly stops: number[]; readonly lit: unknown[] }

/** A device whose camera answers each request in turn: with a stream, or an error of that name. */
function device(...answers: readonly ('stream' | string)[]): {
  media: MediaPort
  wishes: unknown[]
  track: Track
} {
  const wishes: unknown[] = []
  const track: Track = { stops: [], lit: [] }
  const videoTrack = {
    stop: () => track.stops.push(1),
    getSettings: () => ({ deviceId: 'back' }),
    getCapabilities: () => ({ torch: true }),
    applyConstraints: (wish: unknown) => Promise.resolve(void track.lit.push(wish)),
  }
  const stream = { getTracks: () => [videoTrack], getVideoTracks: () => [videoTrack] }
  const media = {
    getUserMedia(wish: MediaStreamConstraints) {
      wishes.push(wish.video)
      const answer = answers[wishes.length - 1] ?? 'stream'
      return answer === 'stream' ? Promise.resolve(stream) : Promise.reject({ name: answer })
    },
    enumerateDevices: () =>
      Promise.resolve([
        { kind: 'audioinput', deviceId: 'ear', label: '' },
        { kind: 'videoinput', deviceId: 'back', label: 'Back' },
        { kind: 'videoinput', deviceId: '', label: '' },
      ]),
  }
  return { media: media as unknown as MediaPort, wishes, track }
}

test('the lens that looks away is wished for, or the one chosen before', async () => {
  const { media, wishes } = device()
  await openCamera(media, undefined)
  await openCamera(media, 'wide')
  assert.deepEqual(wishes, [
    { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } },
    { deviceId: { exact: 'wide' }, width: { ideal: 1280 } },
  ])
})

test('a lens that is gone is replaced by whatever there is', async () => {
  const { media, wishes } = device('OverconstrainedError', 'stream')
  assert.ok((await openCamera(media, 'gone')).ok)
  assert.equal(wishes[1], true)
})

test('every refusal has a name', async () => {
  const rows = {
    NotAllowedError: 'refused',
    SecurityError: 'refused',
    NotFoundError: 'no_camera',
    NotReadableError: 'in_use',
    TypeError: 'failed',
  }
  for (const [name, problem] of Object.entries(rows))
    assert.deepEqual(await openCamera(device(name).media, undefined), { ok: false, problem })
  assert.deepEqual(await openCamera(undefined, undefined), { ok: false, problem: 'insecure' })
})

test('an open camera lists its lenses, is lit, and is given back', async () => {
  const { media, track } = device()
  const opening = await openCamera(media, undefined)
  assert.ok(opening.ok)
  const { camera } = opening
  assert.deepEqual(await camera.lenses(), [{ id: 'back', label: 'Back' }])
  assert.deepEqual([camera.lensId, camera.hasTorch], ['back', true])
  assert.equal(await camera.light(true), true)
  assert.deepEqual(track.lit, [{ advanced: [{ torch: true }] }])
  camera.stop()
  assert.equal(track.stops.length, 1)
})

/** The camera: asked for, chosen among several, lit, and given back. */

/** What the browser offers; tests hold their own. */
export type MediaPort = {
  readonly getUserMedia: (wish: MediaStreamConstraints) => Promise<MediaStream>
  readonly enumerateDevices: () => Promise<readonly MediaDeviceInfo[]>
}

/** Why there is no picture, each with another way out. */
export type CameraProblem =
  /** The user or the site's own policy said no. */
  | 'refused'
  | 'no_camera'
  /** Another program has it. */
  | 'in_use'
  /** Pages that did not come over HTTPS have no camera. */
  | 'insecure'
  | 'failed'

export type Lens = { readonly id: string; readonly label: string }

export type CameraOpening =
  | { readonly ok: true; readonly camera: Camera }
  | { readonly ok: false; readonly problem: CameraProblem }

/** Wide enough for a code of ten accounts, small enough for ten looks a second. */
const IDEAL_WIDTH = 1280

/**
 * Opens the lens asked for, else the one that looks away from the user. A lens that is gone, or cannot do what was
 * wished, is replaced by whatever there is.
 *
 * @param media undefined where the browser has none
 */
export async function openCamera(
  media: MediaPort | undefined,
  lensId: string | undefined,
): Promise<CameraOpening> {
  if (media === undefined) return { ok: false, problem: 'insecure' }
  try {
    return { ok: true, camera: new Camera(media, await ask(media, wishFor(lensId))) }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

async function ask(media: MediaPort, video: MediaTrackConstraints): Promise<MediaStream> {
  try {
    return await media.getUserMedia({ video, audio: false })
  } catch (error) {
    if (nameOfError(error) !== 'OverconstrainedError') throw error
    return media.getUserMedia({ video: true, audio: false })
  }
}

function wishFor(lensId: string | undefined): MediaTrackConstraints {
  const which =
    lensId === undefined ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: lensId } }
  return { ...which, width: { ideal: IDEAL_WIDTH } }
}

function problemOf(error: unknown): CameraProblem {
  switch (nameOfError(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused'
    case 'NotFoundError':
      return 'no_camera'
    case 'NotReadableError':
    case 'AbortError':
      return 'in_use'
    default:
      return 'failed'
  }
}

/** `OverconstrainedError` is no `Error` in every browser. */
function nameOfError(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined
}

/** An open camera; `stop` gives it back, and its light goes out. */
export class Camera {
  readonly stream: MediaStream
  readonly #media: MediaPort

  constructor(media: MediaPort, stream: MediaStream) {
    this.#media = media
    this.stream = stream
  }

  /** The lens that is open; undefined where the browser does not say. */
  get lensId(): string | undefined {
    return this.#track?.getSettings().deviceId
  }

  /** Chrome on Android, mostly. */
  get hasTorch(): boolean {
    const can: unknown = this.#track?.getCapabilities?.()
    return typeof can === 'object' && can !== null && 'torch' in can && can.torch === true
  }

  /** False where the camera refused. */
  async light(on: boolean): Promise<boolean> {
    // The standard's types do not know the torch yet.
    const wish: MediaTrackConstraintSet & { torch: boolean } = { torch: on }
    try {
      await this.#track?.applyConstraints({ advanced: [wish] })
      return true
    } catch {
      return false
    }
  }

  /** All lenses of the device; their names are known only while one is open. */
  async lenses(): Promise<readonly Lens[]> {
    const devices = await this.#media.enumerateDevices()
    return devices
      .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, label }))
  }

  stop(): void {
    for (const track of this.stream.getTracks()) track.stop()
  }

  get #track(): MediaStreamTrack | undefined {
    return this.stream.getVideoTracks()[0]
  }
}

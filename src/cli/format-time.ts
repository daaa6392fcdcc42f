// Times as people read them: in their own zone, the same everywhere.

import type { Instant } from '../model/attempt.ts';

/** `2026-11-22 14:05`, local time. */
export function formatTime(instant: Instant): string {
	const time = new Date(instant);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

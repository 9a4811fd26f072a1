import { useActionData } from '@remix-run/react';
import { useEffect, useRef } from 'react';

/**
 * Moves the focus to the result of a form when it appears and whenever it changes, because the button may be far from
 * it.
 */
export function useAnswerFocus<Element extends HTMLElement>() {
  const place = useRef<Element>(null);
  const answer = useActionData<object>();
  useEffect(() => {
    void answer;
    place.current?.focus();
  }, [answer]);
  return place;
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type CancelReplayRequest,
  LexiconChanged,
  OfficeLexicon,
  type ProposeChangeRequest,
  type PublishDraftRequest,
  Replay,
  ReplayDetail,
  type RequestReplayRequest,
  type RollBackRequest,
  type WithdrawChangeRequest,
} from "#lexicons/lexicons.contract.ts";
import { request } from "#web/app/request.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { useProgress } from "#web/app/use-progress.ts";

const KEY = ["lexicon"];

export function useLexicon() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => request(OfficeLexicon, "/lexicon", { signal }) });
}

type Changes = {
  readonly proposals: ProposeChangeRequest;
  readonly withdrawals: WithdrawChangeRequest;
  readonly versions: PublishDraftRequest;
  readonly "roll-backs": RollBackRequest;
};

/** A change of the lexicon; afterwards (also where somebody else was faster) it is read anew. */
export function useChangeLexicon<Kind extends keyof Changes>(kind: Kind) {
  const client = useQueryClient();
  const requestId = useRequestId();
  return useMutation({
    mutationFn: (body: Omit<Changes[Kind], "requestId">) =>
      request(LexiconChanged, `/lexicon/${kind}`, { method: "POST", body: { ...body, requestId: requestId.current() } }),
    // two presses in a row are one change
    onSuccess: requestId.renew,
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRequestReplay() {
  const client = useQueryClient();
  const requestId = useRequestId();
  return useMutation({
    mutationFn: (body: Omit<RequestReplayRequest, "requestId">) =>
      request(Replay, "/lexicon/replays", { method: "POST", body: { ...body, requestId: requestId.current() } }),
    // two presses in a row are one change
    onSuccess: requestId.renew,
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useCancelReplay() {
  const client = useQueryClient();
  const requestId = useRequestId();
  return useMutation({
    mutationFn: (replayId: CancelReplayRequest["replayId"]) =>
      request(Replay, "/lexicon/replays/cancellation", { method: "POST", body: { replayId, requestId: requestId.current() } }),
    // two presses in a row are one change
    onSuccess: requestId.renew,
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** A replay as it goes on; when it is over, lexicon and result are read anew. */
export function useReplayProgress(replay: Replay): Replay {
  const client = useQueryClient();
  const address = `/api/lexicon/replay/progress?replayId=${replay.id}`;
  const seen = useProgress({ address, shape: Replay, known: replay, status: replay.status }, () => {
    void client.invalidateQueries({ queryKey: KEY });
    void client.invalidateQueries({ queryKey: ["lexicon-replay", replay.id] });
  });
  return seen.id === replay.id ? seen : replay;
}

export function useReplayResult(replayId: string) {
  return useQuery({
    queryKey: ["lexicon-replay", replayId],
    queryFn: ({ signal }) => request(ReplayDetail, "/lexicon/replay", { query: { replayId }, signal }),
  });
}

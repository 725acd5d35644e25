# Answers questions with the reader of the documentation: answer.py READER REQUESTS ANSWERS
# Of each line of the requests, {"file": path, "questions": [{"question": ..., "party": ...}]}, one line: a list of [outcome, groups, may].
import json
import sys

reader, requests, answers = sys.argv[1:]
names = {}
with open(reader, encoding="utf-8") as file:
    exec(compile(file.read(), reader, "exec"), names)
with open(requests, encoding="utf-8") as lines, open(answers, "w", encoding="utf-8") as out:
    for line in lines:
        request = json.loads(line)
        decisions = names["Decisions"](request["file"])
        found = [[*decisions.who_decides(asked["question"]), decisions.may(asked["party"], asked["question"])] for asked in request["questions"]]
        out.write(json.dumps(found) + "\n")

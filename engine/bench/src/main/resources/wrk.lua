-- Replays the requests, separated by NUL, of the file that REQUESTS names, from some place in it.
local requests = {}
local file = assert(io.open(os.getenv("REQUESTS"), "rb"))
for one in file:read("*a"):gmatch("([^%z]+)") do requests[#requests + 1] = one end
file:close()
math.randomseed(os.time() + math.floor(os.clock() * 1e6))
local place = math.random(#requests)
request = function()
  place = place % #requests + 1
  return requests[place]
end
done = function(summary, latency, _)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %.3f %.3f %d\n", summary.requests, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, e.status + e.connect + e.read + e.write + e.timeout))
end
